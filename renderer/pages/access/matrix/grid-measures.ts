/** Pixels of the grid's fixed parts. */
export const ROW_HEIGHT = 28;
export const ROW_HEAD_WIDTH = 248;
export const PROVIDER_HEIGHT = 24;
export const LABEL_HEIGHT = 52;
export const HEAD_HEIGHT = PROVIDER_HEIGHT + LABEL_HEIGHT;

const NARROWEST = 74;
const WIDEST = 112;

/** The width of a column: an equal part of the room, as long as labels can be read and cells stay cells. */
export function columnWidth(room: number, columns: number): number {
  const part = Math.floor((room - ROW_HEAD_WIDTH) / Math.max(1, columns));
  return Math.min(WIDEST, Math.max(NARROWEST, part));
}
