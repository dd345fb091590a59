import { z } from 'zod';
import { systemNow } from '../backend/clock.ts';
import { readJsonFile, writeJsonFile } from '../backend/json-file.ts';
import type { Log } from '../backend/log.ts';

/** A rectangle in screen pixels. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the window was; no position means the system chooses. */
export interface WindowState {
  readonly width: number;
  readonly height: number;
  readonly position: { readonly x: number; readonly y: number } | null;
  readonly maximized: boolean;
}

/** The smallest window the page is made for, in pixels. */
export const MIN_SIZE = { width: 1024, height: 680 } as const;

const FIRST: WindowState = { width: 1440, height: 920, position: null, maximized: false };
const VISIBLE_PIXELS = 100;

const stateFile = z.object({
  width: z.number().int().min(MIN_SIZE.width).max(20_000),
  height: z.number().int().min(MIN_SIZE.height).max(20_000),
  position: z.object({ x: z.number().int(), y: z.number().int() }).nullable(),
  maximized: z.boolean(),
});

/** The remembered window, without a position that no connected display shows any more. */
export async function readWindowState(
  path: string,
  displays: readonly Bounds[],
  log: Log,
): Promise<WindowState> {
  const reading = await readJsonFile(path, stateFile, systemNow);
  if (reading.state === 'damaged') log.warn(reading.notice);
  if (reading.state !== 'read') return FIRST;
  return isVisible(reading.value, displays) ? reading.value : { ...reading.value, position: null };
}

/** Remembers the window for the next start. */
export function writeWindowState(
  path: string,
  window: { readonly bounds: Bounds; readonly maximized: boolean },
): Promise<void> {
  const { x, y, width, height } = window.bounds;
  const state: WindowState = {
    width: Math.max(width, MIN_SIZE.width),
    height: Math.max(height, MIN_SIZE.height),
    position: { x, y },
    maximized: window.maximized,
  };
  return writeJsonFile(path, state);
}

function isVisible(state: WindowState, displays: readonly Bounds[]): boolean {
  const at = state.position;
  if (at === null) return true;
  return displays.some(
    (display) =>
      at.x + state.width >= display.x + VISIBLE_PIXELS &&
      at.x <= display.x + display.width - VISIBLE_PIXELS &&
      at.y >= display.y - 1 &&
      at.y <= display.y + display.height - VISIBLE_PIXELS,
  );
}
