import type { World } from '../../../../../electron/backend/demo/world/world.ts';
import type { DemoBackend } from '../../../../helpers/demo-backend.ts';

/** The demo after its first scan, and the organisation that was scanned, made once more. */
export interface ScannedDemo {
  readonly demo: DemoBackend;
  readonly world: World;
}
