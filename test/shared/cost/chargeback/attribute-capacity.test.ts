import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  attributeCapacity,
  type ResourceCharge,
} from '../../../../shared/cost/chargeback/attribute-capacity.ts';
import { sumOf } from '../../../../shared/cost/chargeback/proven-sums.ts';
import type { BesideCost } from '../../../../shared/cost/spend/beside-metered.ts';
import { formatUsd } from '../../../../shared/model/usd.ts';

const AT = { accountId: '111122223333', region: 'us-east-1' };

function cost(usd: string, over: Partial<BesideCost> = {}): BesideCost {
  return { ...AT, subject: 'provisioned', provenance: 'billed', usd, ...over };
}

function charge(resourceId: string, usd: string, over: Partial<ResourceCharge> = {}) {
  return { ...AT, subject: 'provisioned', resourceId, usd, ...over } satisfies ResourceCharge;
}

const ofTagger = (resourceId: string) => (resourceId === 'tagger' ? 'catalog' : null);

test('capacity that belongs to a team is its own; the rest stays to be spread', () => {
  const costs = [cost('500'), cost('20', { subject: 'guardrails' })];
  const charges = [charge('tagger', '127.68'), charge('chat', '372.32')];
  const { charged, left } = attributeCapacity(costs, charges, ofTagger);
  expect(charged).toMatchObject([{ team: 'catalog', usd: '127.68' }]);
  expect(left).toEqual([cost('372.32'), cost('20', { subject: 'guardrails' })]);
});

test('a pot of nothing is no pot', () => {
  expect(attributeCapacity([cost('5')], [charge('tagger', '5')], ofTagger).left).toEqual([]);
});

test.each([
  ['another account', { accountId: '444455556666' }],
  ['no capacity', { subject: 'guardrails' }],
  ['metered from configuration', { provenance: 'metered' }],
] as const)('a charge that fits no billed capacity (%s) is not attributed', (_, over) => {
  const costs = [cost('5', over)];
  const { charged, left } = attributeCapacity(costs, [charge('tagger', '5')], ofTagger);
  expect([charged, left]).toEqual([[], costs]);
});

test('whoever it belongs to, what is charged and what is left add up to the costs', () => {
  const usd = fc.bigInt({ min: 0n, max: 10n ** 24n }).map(formatUsd);
  const region = fc.constantFrom('us-east-1', 'eu-west-1', null);
  const costs = fc.array(
    fc.record({ usd, region, subject: fc.constantFrom('provisioned', 'reserved', 'tax') }),
  );
  const charges = fc.array(
    fc.record({
      usd,
      region,
      subject: fc.constantFrom('provisioned', 'reserved', 'tax'),
      resourceId: fc.constantFrom('tagger', 'chat'),
    }),
  );
  fc.assert(
    fc.property(costs, charges, (some, others) => {
      const all = some.map((one) => cost(one.usd, one));
      const given = others.map((one) => charge(one.resourceId, one.usd, one));
      const { charged, left } = attributeCapacity(all, given, ofTagger);
      expect(sumOf([...charged, ...left])).toBe(sumOf(all));
    }),
  );
});
