import { afterAll, beforeAll, expect, test } from 'vitest';
import { IMPORTED_MODEL } from '../../../../../electron/backend/demo/world/workloads-regional.ts';
import type { Plane } from '../../../../../shared/access/catalogue/route.ts';
import { decide } from '../../../../../shared/access/evaluate/decide.ts';
import { findRoute } from '../../../../../shared/access/preflight/find-route.ts';
import { OPEN_CONTEXT } from '../../../../../shared/access/world/access-world.ts';
import { requestOf } from '../../../../../shared/access/world/request-of.ts';
import { principalWithoutPath } from '../../../../../shared/model/principal.ts';
import { type AccessDemo, accessDemo, naively } from './access-demo.ts';

/** What CloudTrail says of every model call of the demo, put to the evaluator. */
let demo: AccessDemo;
let calls: readonly Judged[];
beforeAll(async () => {
  demo = await accessDemo();
  calls = (await demo.rows(CALLS)).map(judged);
}, 400_000);
afterAll(() => demo?.close());

const CALLS = `SELECT principal_arn, principal_type, account_id, region, model_id, event_source,
    event_name, error_code, coalesce(bearer_token, false), count(*)
  FROM events
  WHERE model_id IS NOT NULL AND event_name IN ('InvokeModel', 'InvokeModelWithResponseStream',
    'Converse', 'ConverseStream', 'CreateInference')
  GROUP BY ALL`;

interface Judged {
  readonly what: string;
  readonly errorCode: string | null;
  readonly called: string;
  readonly bearer: boolean;
  readonly calls: number;
  /** Null of a root user, whom no policy of IAM holds. */
  readonly decision: string | null;
}

function judged(row: readonly unknown[]): Judged {
  const [arn, type, accountId, region, called, source, event] = row.map(String);
  if (arn === undefined || accountId === undefined || region === undefined)
    throw new Error('no call');
  if (called === undefined || event === undefined) throw new Error('no call');
  const bearer = row[8] === true;
  const errorCode = row[7] === null ? null : String(row[7]);
  const facts = { errorCode, called, bearer, calls: Number(row[9]) };
  const what = `${arn} ${event} ${called} in ${region}`;
  if (type === 'Root') return { ...facts, what, decision: null };
  const plane: Plane = source?.startsWith('bedrock-mantle') ? 'bedrock-mantle' : 'bedrock-runtime';
  const { world, catalogue } = demo.base;
  const principal = world.principals.find(
    (one) => principalWithoutPath(one.arn) === principalWithoutPath(arn),
  );
  if (principal === undefined) return { ...facts, what, decision: 'nobody' };
  const routes = catalogue.routesIn(accountId);
  const found = findRoute({ called, accountId, region, plane, routes, gaps: world.gaps });
  if (!found.found) return { ...facts, what, decision: 'no way' };
  const operation = event.endsWith('Stream') ? 'stream' : 'invoke';
  const decision = naively(demo.base, principal, { route: found.route, operation });
  if (!bearer || decision === 'denied') return { ...facts, what, decision };
  return {
    ...facts,
    what,
    decision: withKey(arn, plane, region) === 'denied' ? 'denied' : decision,
  };
}

/** Whether the caller may use API keys at all. */
function withKey(arn: string, plane: Plane, region: string): string {
  const { world, at } = demo.base;
  const principal = world.principals.find((one) => one.arn === arn);
  if (principal === undefined) return 'nobody';
  const service = plane === 'bedrock-mantle' ? plane : 'bedrock';
  const part = {
    ...{ role: 'called' as const, resource: '*', resourceAccount: principal.accountId },
    ...{ requestedRegion: region, keys: {} },
  } as const;
  const action = `${service}:CallWithBearerToken`;
  const asked = requestOf({ world, principal, part, action, choice: OPEN_CONTEXT, at });
  return decide(asked.request, asked.policies).decision;
}

/** An own model that its account calls and does not list (it was deleted, or never told). */
const UNLISTED = new Set([IMPORTED_MODEL]);

function those(matches: (call: Judged) => boolean): readonly string[] {
  return calls.filter(matches).map(({ what, decision, calls: n }) => `${n} ${what}: ${decision}`);
}

test('what CloudTrail says was refused is refused by a policy', () => {
  const refused = calls.filter(({ errorCode }) => errorCode === 'AccessDenied');
  expect(refused.length).toBeGreaterThan(4);
  expect(
    those(({ errorCode, decision }) => errorCode === 'AccessDenied' && decision !== 'denied'),
  ).toEqual([]);
});

test('what was not refused, failed later or not, is allowed, or allowed under a condition', () => {
  const passed = calls.filter(({ errorCode }) => errorCode !== 'AccessDenied');
  expect(passed.length).toBeGreaterThan(100);
  expect(
    those(
      ({ errorCode, decision, called }) =>
        errorCode !== 'AccessDenied' &&
        decision !== null &&
        !UNLISTED.has(called) &&
        decision !== 'allowed' &&
        decision !== 'conditional',
    ),
  ).toEqual([]);
});

test('a model that is not listed is a gap in what is known, and no denial', () => {
  const unlisted = calls.filter(({ called }) => UNLISTED.has(called));
  expect(unlisted.length).toBeGreaterThan(0);
  expect(new Set(unlisted.map(({ decision }) => decision))).toEqual(new Set(['no way']));
});

test('calls with API keys, over both planes, through profiles and of a root user are among them', () => {
  const has = (matches: (call: Judged) => boolean) => calls.some(matches);
  expect(has(({ bearer }) => bearer)).toBe(true);
  expect(has(({ what }) => what.includes('CreateInference'))).toBe(true);
  expect(has(({ called }) => called.includes('application-inference-profile'))).toBe(true);
  expect(has(({ decision }) => decision === 'conditional')).toBe(true);
  expect(has(({ decision }) => decision === null)).toBe(true);
});
