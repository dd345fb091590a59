import { createWorld } from '../../../../../electron/backend/demo/world/create-world.ts';
import { SDK_CLIENTS, type SdkClientName } from './sdk-clients.ts';

/** The world whose answers are proven; cases take the names of real resources from it. */
export const world = createWorld({ now: '2026-11-20T12:00:00Z' });

/** `platform-prod`: where most of the world's resources are. */
export const DEFAULT_ACCOUNT = '222233334444';
export const DEFAULT_REGION = 'us-east-1';

/** One call that every client must read alike. */
export interface HonestyCase {
  /** As the simulation switches it: `bedrock:ListGuardrails`. */
  readonly operation: string;
  readonly client: SdkClientName;
  /** The operation without its service: `ListGuardrails`. */
  readonly command: string;
  readonly input: object;
  readonly accountId: string;
  readonly region: string;
}

/** Who calls, where that is not `platform-prod` in us-east-1. */
export interface CaseFrom {
  readonly accountId?: string;
  readonly region?: string;
}

/**
 * One case, one line of an array that a file in `cases` exports: every simulated operation needs
 * one. The account is called with Assay's own role, the management account as its user.
 */
export function call(
  client: SdkClientName,
  command: string,
  input: object = {},
  from: CaseFrom = {},
): HonestyCase {
  const { accountId = DEFAULT_ACCOUNT, region = DEFAULT_REGION } = from;
  const operation = `${SDK_CLIENTS[client].service}:${command}`;
  return { operation, client, command, input, accountId, region };
}

/** What a case is called in the test report: unlike any other of the same run. */
export function titleOf(one: HonestyCase): string {
  const { operation, input, accountId, region } = one;
  return `${operation} ${JSON.stringify(input).slice(0, 120)} in ${accountId} ${region}`;
}
