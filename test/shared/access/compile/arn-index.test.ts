import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createArnIndex } from '../../../../shared/access/compile/arn-index.ts';
import { matchesResource } from '../../../../shared/access/matching/match-arn.ts';

const ARNS = [
  'arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-x-v1:0',
  'arn:aws:bedrock:us-west-2::foundation-model/anthropic.claude-x-v1:0',
  'arn:aws:bedrock:::foundation-model/a',
  'arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.a',
  'arn:aws:bedrock:us-east-1:111122223333:custom-model/a:b/c:d',
  '*',
  'a:b',
];

function indexOf(arns: readonly string[]) {
  const index = createArnIndex();
  const ids = arns.map((arn) => index.idOf(arn));
  return { index, ids };
}

/** ARNs with some of their letters replaced by wildcards, so that many patterns match. */
const patterns = fc
  .tuple(
    fc.constantFrom(...ARNS),
    fc.array(
      fc.tuple(fc.nat({ max: 70 }), fc.nat({ max: 12 }), fc.constantFrom('*', '?', '**', '')),
    ),
  )
  .map(([arn, holes]) => {
    let text = arn;
    for (const [at, length, hole] of holes)
      text = text.slice(0, at) + hole + text.slice(at + length);
    return text;
  });

test('an index names the ARNs that each pattern matches by itself', () => {
  const { index, ids } = indexOf(ARNS);
  fc.assert(
    fc.property(patterns, (pattern) => {
      const hits = index.match(pattern);
      expect(ids.filter((id) => hits.ids.includes(id))).toEqual(
        ids.filter((_, at) => matchesResource(pattern, ARNS[at] ?? '')),
      );
    }),
    { numRuns: 5_000 },
  );
});

test('an ARN that comes later is found by a pattern that was asked for before', () => {
  const index = createArnIndex();
  const first = index.idOf('arn:aws:bedrock:us-east-1::foundation-model/a');
  expect(index.match('arn:aws:bedrock:*::foundation-model/?').ids).toContain(first);
  const second = index.idOf('arn:aws:bedrock:us-west-2::foundation-model/b');
  expect(index.match('arn:aws:bedrock:*::foundation-model/?').ids).toContain(second);
});

describe('what a pattern takes grows with its length, however many wildcards it has', () => {
  const regions = Array.from({ length: 30 }, (_, at) => `region-${at}`);
  const models = Array.from({ length: 200 }, (_, at) => `provider.model-abcabcabc-${at}-v1:0`);
  const arns = regions.flatMap((region) =>
    models.map((model) => `arn:aws:bedrock:${region}::foundation-model/${model}`),
  );
  const { index } = indexOf(arns);
  const letters = arns.join('').length;

  test.each([
    ['a million stars and letters', 'a*b*c*'.repeat(333_334), 2_000_004],
    ['stars alone', '*'.repeat(1_000_000), 1_000_000 + letters],
    ['as many as an ARN has letters', 'a*b*c*'.repeat(13), letters],
    ['marks', `*${'?'.repeat(40)}*`, letters],
    ['an ordinary pattern', 'arn:aws:bedrock:*::foundation-model/provider.*', letters / 5],
  ])('%s', (_, pattern, most) => {
    expect(index.match(pattern).steps).toBeLessThanOrEqual(most);
  });

  test('a document of 200 KB', () => {
    const pieces = Array.from({ length: 2_500 }, (_, at) => `*a*b*c*${at}*`.repeat(8).slice(0, 80));
    const steps = pieces.map((pattern) => index.match(pattern).steps);
    expect(steps.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(2_500 * letters);
  });
});
