import { describe, expect, it } from 'vitest';
import { createServices } from '../../../../electron/backend/demo/services/index.ts';
import type { World, WorldIdentity } from '../../../../electron/backend/demo/world/world.ts';
import { requiredPolicy } from '../../../../electron/backend/scan/required-policy.ts';
import type { ScanSummary } from '../../../../electron/backend/scan/run-scan.ts';
import type { ReadOutcome } from '../../../../shared/model/dataset.ts';
import { CREDENTIAL_OPERATIONS } from '../../../helpers/credential-operations.ts';
import { createShortWorld } from '../../../helpers/short-world.ts';
import { openScanSetup } from './scan-setup.ts';
import { NOW, SETTINGS } from './simulated.ts';

const MANAGEMENT = '111122223333';
const SUPPORT = '555566667777';

const world = createShortWorld({
  now: NOW,
  days: 1,
  places: { [MANAGEMENT]: ['us-east-1'], [SUPPORT]: ['eu-west-1', 'eu-central-1'] },
});

const allowed: ReadonlySet<string> = new Set(requiredPolicy().actions.map(({ action }) => action));

/** Every IAM action that some simulated operation needs, save for who may come in. */
const known: ReadonlySet<string> = new Set(
  [...createServices({ world, tokens: new Map(), clock: () => 0 }).values()]
    .flatMap(({ operations }) => [...operations.values()].map(({ action }) => action))
    .filter((action) => !action.startsWith('sts:')),
);

/** The world with some actions denied to the roles that a scan reads with. */
function denying(actions: readonly string[]): World {
  const limited = (identity: WorldIdentity | null): WorldIdentity | null =>
    identity === null || !identity.arn.includes(':assumed-role/')
      ? identity
      : { ...identity, deniedActions: [...identity.deniedActions, ...actions] };
  return { ...world, identityOf: (key) => limited(world.identityOf(key)) };
}

/** The actions that a scan missed, whether for a whole reading or for a part of one. */
function missed({ datasets, sources }: ScanSummary): readonly string[] {
  const outcomes: readonly ReadOutcome[] = [
    ...datasets.flatMap(({ outcome, gaps = [] }) => [outcome, ...gaps.map((gap) => gap.outcome)]),
    ...sources.map(({ outcome }) => outcome),
  ];
  return outcomes.flatMap((outcome) => (outcome.status === 'denied' ? outcome.action : []));
}

async function scanDenying(
  actions: readonly string[],
  settings = SETTINGS,
): Promise<readonly string[]> {
  const setup = await openScanSetup(denying(actions));
  try {
    const ended = await setup.scan({ settings });
    expect(ended.datasets.length).toBeGreaterThan(100);
    return missed(ended);
  } finally {
    await setup.close();
  }
}

describe('the policy that Assay prints', () => {
  it('is enough for a scan: what it leaves out is never missed', async () => {
    const denied = [...known].filter((action) => !allowed.has(action));
    expect(denied.length).toBeGreaterThan(5);
    const missing = await scanDenying(denied);
    // Buckets of other accounts are closed by their own policies.
    expect(new Set(missing)).toEqual(new Set(['s3:GetBucketLocation']));
  }, 120_000);

  it('would be found wanting without one of its actions', async () => {
    const configuration = { ...SETTINGS, sources: ['configuration' as const] };
    const missing = await scanDenying(['bedrock:GetGuardrail'], configuration);
    expect(missing).toContain('bedrock:GetGuardrail');
  }, 120_000);

  it('has reads alone, and none that gives a credential', () => {
    const reads = /^[a-z0-9-]+:(Get|BatchGet|List|Describe|Lookup|View|Filter|Decrypt$)/;
    // It has IAM write a report of last accesses; IAM itself files it under Read.
    const others = [...allowed].filter((action) => !reads.test(action));
    expect(others).toEqual(['iam:GenerateServiceLastAccessedDetails']);
    const forbidden = new Set(Object.values(CREDENTIAL_OPERATIONS).flat());
    expect([...allowed].filter((action) => forbidden.has(action.split(':')[1] ?? ''))).toEqual([]);
  });

  it('names actions that simulated operations need, but for what S3 asks of KMS', () => {
    const unknown = [...allowed].filter((action) => !known.has(action));
    expect(unknown).toEqual(['kms:Decrypt']);
  });
});
