import { catalogueGaps } from '../../../../shared/access/catalogue/catalogue-gaps.ts';
import { createCatalogue } from '../../../../shared/access/catalogue/create-catalogue.ts';
import type { MantleUse } from '../../../../shared/access/catalogue/mantle-routes.ts';
import { readingsByDataset } from '../../../../shared/access/catalogue/place.ts';
import type { Plane } from '../../../../shared/access/catalogue/route.ts';
import { partDecider } from '../../../../shared/access/preflight/part-decider.ts';
import { type PreflightOutcome, preflight } from '../../../../shared/access/preflight/preflight.ts';
import { OPEN_CONTEXT } from '../../../../shared/access/world/access-world.ts';
import { createAccessWorld } from '../../../../shared/access/world/create-world.ts';
import type { DatasetReading } from '../../../../shared/model/dataset.ts';
import { foundationModel, reading, systemProfile } from '../catalogue/offered.ts';
import {
  AT,
  AWS_OWN,
  controlPolicy,
  document,
  governed,
  identity,
  known,
  people,
} from '../world/readings.ts';

export const SONNET = 'anthropic.claude-sonnet-5-5';
export const US_REGIONS = ['us-east-1', 'us-east-2', 'us-west-2'];
export const US_SONNET = systemProfile(`us.${SONNET}`, US_REGIONS);
export const GLOBAL_SONNET = systemProfile(`global.${SONNET}`, ['us-east-1', '']);

/** Sonnet through its profiles, and a model that is served on demand. */
export const OFFERED: readonly DatasetReading[] = [
  reading('foundation-models', [
    foundationModel(SONNET, { inferenceTypes: ['INFERENCE_PROFILE'] }),
    foundationModel('amazon.nova-pro-v1:0'),
    foundationModel('anthropic.claude-opus-4-8'),
  ]),
  reading('inference-profiles', [US_SONNET, GLOBAL_SONNET]),
];

/** A user named `ana` with one inline policy of these statements. */
export function userWith(...statements: readonly object[]): DatasetReading {
  const inlinePolicies = [{ name: 'models', document: document(...statements) }];
  return people([identity('user', 'ana', { inlinePolicies })]);
}

/** The organisation with an SCP of these statements on the unit Workloads. */
export function scpOnWorkloads(
  name: string,
  ...statements: readonly object[]
): readonly DatasetReading[] {
  const policy = controlPolicy(name, ['Workloads'], { content: known(document(...statements)) });
  return governed([...AWS_OWN, policy]);
}

export const ANYTHING = { Effect: 'Allow', Action: '*', Resource: '*' };

/** What is asked of the preflight beside who may do what. */
interface Asked {
  readonly called?: string;
  readonly region?: string;
  readonly plane?: Plane;
  readonly keys?: Readonly<Record<string, readonly string[]>>;
  readonly seen?: readonly MantleUse[];
}

/** What was read, in an organisation whose policies allow everything unless it says otherwise. */
export function organised(readings: readonly DatasetReading[]): readonly DatasetReading[] {
  const told = readings.some(({ dataset }) => dataset === 'organization');
  return told ? readings : [...readings, ...governed()];
}

/** Asks the preflight for the first principal of what was read. */
export function preflightOf(
  read: readonly DatasetReading[],
  { called = US_SONNET.profileId, region = 'us-east-1', plane, keys = {}, seen }: Asked = {},
): PreflightOutcome {
  const readings = organised(read);
  const world = createAccessWorld(readings);
  const [principal] = world.principals;
  if (principal === undefined) throw new Error('nobody');
  const choice = { ...OPEN_CONTEXT, keys };
  return preflight({
    principal,
    called,
    region,
    plane: plane ?? 'bedrock-runtime',
    operation: 'invoke',
    routes: createCatalogue(readings, seen).routesIn(principal.accountId),
    gaps: catalogueGaps(readings),
    decide: partDecider({ principal, world, choice, at: AT }),
    readings: readingsByDataset(readings),
    at: AT,
  });
}

/** Decision and sentence; the reason where there is no route. */
export function answered(outcome: PreflightOutcome): readonly [string, string] {
  return outcome.found
    ? [outcome.judged.decision, outcome.sentence]
    : ['not found', outcome.sentence];
}
