"""What may stand in a drawing: elements, attributes and functions by name (SVG 2; CSS Values 4, Transforms 2)."""

from __future__ import annotations


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


ELEMENTS = _names("""
svg g defs symbol use switch path rect circle ellipse line polyline polygon text tspan textPath image linearGradient
radialGradient stop clipPath mask pattern marker filter title desc style feBlend feColorMatrix feComponentTransfer
feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB
feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight
feTile feTurbulence
""")
"""What draws, or holds what draws."""
REFUSED = _names("""
script foreignObject handler listener iframe embed object audio video canvas
""")
"""What makes a drawing a program or a page, in any vocabulary."""
WORDS = _names("""
text tspan textPath title desc style
""")
"""Elements whose text is one."""
ATTRIBUTES = _names("""
id class style transform x y x1 y1 x2 y2 cx cy r rx ry fx fy fr d dx dy width height viewBox version points rotate
preserveAspectRatio pathLength offset gradientUnits gradientTransform spreadMethod patternUnits patternTransform
patternContentUnits clipPathUnits maskUnits maskContentUnits markerUnits markerWidth markerHeight refX refY orient
filterUnits primitiveUnits in in2 result type values mode operator k1 k2 k3 k4 stdDeviation edgeMode radius scale
tableValues slope intercept amplitude exponent order kernelMatrix divisor bias targetX targetY preserveAlpha
surfaceScale diffuseConstant specularConstant specularExponent azimuth elevation z limitingConeAngle pointsAtX
pointsAtY pointsAtZ xChannelSelector yChannelSelector baseFrequency numOctaves seed stitchTiles startOffset method
spacing side textLength lengthAdjust media systemLanguage alignment-baseline baseline-shift clip clip-path clip-rule
color color-interpolation color-interpolation-filters color-rendering direction display dominant-baseline fill fill-
opacity fill-rule filter flood-color flood-opacity font font-family font-size font-size-adjust font-stretch font-style
font-variant font-weight glyph-orientation-vertical image-rendering isolation letter-spacing lighting-color line-
height marker marker-end marker-mid marker-start mask mask-type mix-blend-mode opacity overflow paint-order shape-
rendering stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-
miterlimit stroke-opacity stroke-width text-anchor text-decoration text-rendering transform-origin unicode-bidi
vector-effect visibility white-space word-spacing writing-mode
""")
"""What says how something is drawn; none of these can name a file but by a function."""
FUNCTIONS = _names("""
url rgb rgba hsl hsla hwb lab lch oklab oklch color calc min max clamp var matrix matrix3d translate translatex
translatey translatez translate3d scale scalex scaley scalez scale3d rotate rotatex rotatey rotatez rotate3d skew
skewx skewy perspective blur brightness contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia inset
circle ellipse polygon path rect xywh not is where nth-child nth-of-type nth-last-child first-child lang steps cubic-
bezier format local
""")
"""What values and style sheets may call; `image-set` and `src` would fetch a string."""
