/** Pixels of the grid's fixed parts. */
export const ROW_HEIGHT = 28;
export const ROW_HEAD_WIDTH = 248;
export const PROVIDER_HEIGHT = 24;
export const LABEL_HEIGHT = 52;
export const HEAD_HEIGHT = PROVIDER_HEIGHT + LABEL_HEIGHT;

const NARROWEST = 74;
const WIDEST = 112;

/**
 * The width of a column: an equal part of the room, as long as labels can be read and cells stay
 * cells. Where not all fit, as many as fit are seen whole.
 */
export function columnWidth(room: number, columns: number): number {
  const across = room - ROW_HEAD_WIDTH;
  const whole = Math.max(1, Math.min(columns, Math.floor(across / NARROWEST)));
  return Math.min(WIDEST, Math.max(NARROWEST, Math.floor(across / whole)));
}
