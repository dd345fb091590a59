import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Statement } from '../../../../electron/backend/scan/policy-document.ts';
import { policyDocument } from '../../../../electron/backend/scan/policy-document.ts';
import { policyParts } from '../../../../electron/backend/scan/policy-parts.ts';
import { requiredPolicy } from '../../../../electron/backend/scan/required-policy.ts';
import { FEATURE_IDS } from '../../../../shared/model/features.ts';

const LIMIT = 6_144;

/** Each thing that statements allow: action, resource and condition. */
function allowed(statements: readonly Statement[]): ReadonlySet<string> {
  return new Set(
    statements.flatMap(({ Action, Resource, Condition }) =>
      [Action]
        .flat()
        .flatMap((action) =>
          [Resource].flat().map((resource) => JSON.stringify([action, resource, Condition])),
        ),
    ),
  );
}

function statementsIn(json: string): readonly Statement[] {
  return JSON.parse(json).Statement;
}

const whole = requiredPolicy({
  features: FEATURE_IDS,
  buckets: Array.from({ length: 40 }, (_, n) => ({ bucket: `logs-of-account-${n}`, prefix: 'p/' })),
  rolePatterns: ['arn:aws:iam::{account}:role/Reader'],
});

describe('the parts of a policy that is too long for one', () => {
  it('are policies by themselves, each within the limit, with each Sid once', () => {
    expect(whole.characters).toBeGreaterThan(LIMIT);
    for (const { json, characters } of whole.parts) {
      const { Version, Statement: own } = JSON.parse(json);
      const sids = own.map(({ Sid }: Statement) => Sid);
      expect(Version).toBe('2012-10-17');
      expect(new Set(sids).size).toBe(sids.length);
      for (const sid of sids) expect(sid).toMatch(/^[A-Za-z0-9]+$/);
      expect(characters).toBe(JSON.stringify(JSON.parse(json)).length);
      expect(characters).toBeLessThanOrEqual(LIMIT);
    }
  });

  it('allow together what the whole allows, and nothing else', () => {
    const together = whole.parts.flatMap(({ json }) => statementsIn(json));
    expect(allowed(together)).toEqual(allowed(statementsIn(whole.json)));
  });

  it('are as few as its characters fill', () => {
    expect(whole.parts).toHaveLength(Math.ceil(whole.characters / LIMIT));
  });

  it('is the policy itself where that fits', () => {
    const { parts, json, characters } = requiredPolicy({ features: ['prices'] });
    expect(parts).toEqual([{ json, characters }]);
  });
});

test('whatever the statements, the parts allow the same and fit', () => {
  const words = (stem: string) =>
    fc
      .uniqueArray(fc.nat(500), { minLength: 1, maxLength: 12 })
      .map((ids) => ids.map((n) => `${stem}:${n}`));
  const statement = fc.record({ Action: words('s3:Get'), Resource: words('arn:aws:s3::') });
  fc.assert(
    fc.property(fc.array(statement, { minLength: 1, maxLength: 5 }), (made) => {
      const statements = made.map((each, n) => ({
        ...each,
        Sid: `S${n}x`,
        Effect: 'Allow' as const,
      }));
      const parts = policyParts(statements, 260);
      const together = parts.flatMap(({ json }) => statementsIn(json));
      expect(allowed(together)).toEqual(allowed(statements));
      for (const { characters } of parts) expect(characters).toBeLessThanOrEqual(260);
    }),
  );
});

test('nothing has no parts', () => {
  expect(policyParts([])).toEqual([]);
  expect(policyDocument([]).characters).toBeGreaterThan(0);
});
