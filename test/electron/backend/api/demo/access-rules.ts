import { beforeAll, describe, expect, test } from 'vitest';
import type { Finding } from '../../../../../shared/model/finding.ts';
import type { ScannedDemo } from './scanned.ts';

const RULES = [
  'no-bedrock-full-access',
  'no-unbounded-model-access',
  'only-approved-models-invokable',
  'guardrail-required-to-invoke',
  'unused-model-access',
  'stale-bedrock-access',
  'policy-condition-keys-exist',
  'mantle-not-left-open',
  'inference-profile-permissions-paired',
  'region-deny-allows-profiles',
  'marketplace-subscribe-restricted',
  'bearer-token-calls-restricted',
];

/** Every rule about access finds something in the demo, and something in order. */
export function accessRulesOf(scanned: () => ScannedDemo): void {
  describe('rules of access over the demo', () => {
    let findings: readonly Finding[];

    beforeAll(async () => {
      ({ findings } = await scanned().demo.backend.api['findings.list']({}));
    });

    test.each(RULES)('%s has a pass and a fail', (rule) => {
      const own = findings.filter(({ ruleId }) => ruleId === rule);
      const statuses = new Set(own.map(({ status }) => status));
      expect([statuses.has('pass'), statuses.has('fail')]).toEqual([true, true]);
      expect(own.every(({ reason }) => !/undefined|null|NaN/.test(reason))).toBe(true);
    });

    test.each([
      ['policy-condition-keys-exist', 'contract-review', 'bedrock:ModelId'],
      ['inference-profile-permissions-paired', 'meeting-notes', 'no foundation model behind it'],
      [
        'region-deny-allows-profiles',
        'us.anthropic.claude-sonnet-4-6',
        'the SCP region-guard (OU Infrastructure) denies us-east-2',
      ],
      [
        'region-deny-allows-profiles',
        'us.anthropic.claude-sonnet-4-6',
        'of the calls of docs-assistant',
      ],
      ['mantle-not-left-open', 'service_control_policy', 'bedrock-mantle:CreateInference'],
      ['no-bedrock-full-access', 'role/batch-etl', 'AmazonBedrockFullAccess'],
    ])('%s names %s', (rule, resource, words) => {
      const failed = findings.filter((one) => one.ruleId === rule && one.status === 'fail');
      const found = failed.find((one) => one.resource.includes(resource));
      expect(found?.reason).toContain(words);
    });
  });
}
