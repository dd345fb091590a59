import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Finding } from '../../../../shared/model/finding.ts';
import { type DemoBackend, scannedDemo } from '../../../helpers/demo-backend.ts';

/** Rules on identities, each with the statuses that resources of the demo have. */
const RULES: readonly string[] = [
  'api-keys-short-lived',
  'api-keys-not-administrative',
  'api-keys-used',
  'api-key-user-has-no-other-credentials',
  'people-invoke-through-roles',
  'agent-role-least-privilege',
  'agent-role-not-shared',
  'service-roles-guard-against-confused-deputy',
  'knowledge-base-role-scoped',
  'action-group-function-scoped',
  'agentcore-no-privilege-escalation',
  'resource-policies-share-knowingly',
];

let demo: DemoBackend;
let findings: readonly Finding[];
beforeAll(async () => {
  demo = await scannedDemo();
  ({ findings } = await demo.backend.api['findings.list']({}));
}, 400_000);
afterAll(() => demo?.close());

test.each(RULES)('%s fails somewhere in the demo and passes elsewhere', (ruleId) => {
  const statuses = new Set(
    findings.filter((finding) => finding.ruleId === ruleId).map(({ status }) => status),
  );
  expect([...statuses]).toEqual(expect.arrayContaining(['fail', 'pass']));
});

test('a key that never expires weighs more than one that lives too long', () => {
  const failing = findings.filter(
    ({ ruleId, status }) => ruleId === 'api-keys-short-lived' && status === 'fail',
  );
  expect(new Set(failing.map(({ severity }) => severity))).toEqual(new Set(['critical', 'high']));
});
