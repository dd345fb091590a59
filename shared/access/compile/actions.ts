import { actionOf, type Operation, type Plane } from '../catalogue/route.ts';

/** How a model may be asked. */
export const OPERATIONS = ['invoke', 'stream'] as const satisfies readonly Operation[];

const PLANES = ['bedrock-runtime', 'bedrock-mantle'] as const satisfies readonly Plane[];

/** The actions that call models, in lower case: of each plane one for each operation. */
export const CALL_ACTIONS: readonly string[] = PLANES.flatMap((plane) =>
  OPERATIONS.map((operation) => actionOf(plane, operation).toLowerCase()),
);

/** Places in `CALL_ACTIONS` that are one plane's. */
export const SAME_PLANE: readonly (readonly [number, number])[] = PLANES.map((plane) => [
  actionPlace(plane, 'invoke'),
  actionPlace(plane, 'stream'),
]);

/** The place of an action in `CALL_ACTIONS`. */
export function actionPlace(plane: Plane, operation: Operation): number {
  return PLANES.indexOf(plane) * OPERATIONS.length + OPERATIONS.indexOf(operation);
}
