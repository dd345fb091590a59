import { SURFACE } from './axis-look.ts';

const HATCH_ID = 'assay-hatch';

/** The stripes of bars whose figures will still grow; stands once in a drawing. */
export function HatchPattern() {
  return (
    <defs>
      <pattern
        id={HATCH_ID}
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="3" height="6" fill={SURFACE} fillOpacity="0.55" />
      </pattern>
    </defs>
  );
}

interface SegmentProps {
  readonly x?: number | string;
  readonly y?: number | string;
  readonly width?: number | string;
  readonly height?: number | string;
  readonly fill?: string | undefined;
  readonly payload?: { readonly incomplete: boolean };
}

/** One segment of a bar, with a line of background between segments; striped where incomplete. */
export function BarSegment({ x, y, width, height, fill, payload }: SegmentProps) {
  const tall = Math.max(0, Number(height) - 1);
  if (!(tall > 0)) return null;
  const place = { x: Number(x), y: Number(y) + 1, width: Number(width), height: tall };
  return (
    <g>
      <rect {...place} fill={fill} />
      {payload?.incomplete === true ? <rect {...place} fill={`url(#${HATCH_ID})`} /> : null}
    </g>
  );
}
