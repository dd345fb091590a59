import { describe, expect, test } from 'vitest';
import { usdToNumber } from '../../../shared/model/usd.ts';
import { bundledPrices } from '../../../shared/prices/bundled-prices.ts';
import type { PriceLine } from '../../../shared/prices/price-line.ts';
import explained from './disagreements.json';
import type { SecondPrice } from './lite-llm.ts';
import { haveSecondSources, secondSources } from './second-sources.ts';

interface Disagreement {
  readonly line: PriceLine;
  readonly other: SecondPrice;
}

/** How many lines no second source tells of: may only fall. Fewer lists are at hand elsewhere. */
const ALONE = haveSecondSources ? 544 : 691;
/** Of the US standard prices of tokens. */
const ALONE_IN_US = haveSecondSources ? 0.05 : 0.17;

describe('every price against a second source', () => {
  const lines = bundledPrices();
  const sources = secondSources();
  const checked = lines.map((line) => ({
    line,
    others: sources.flatMap((source) => (holdsOn(line, source.asOf) ? source.find(line) : [])),
  }));
  const disagreements = checked.flatMap(({ line, others }) =>
    others.filter((other) => !agrees(line, other)).map((other) => ({ line, other })),
  );
  const alone = checked.filter(({ others }) => others.length === 0).map(({ line }) => line);

  test('a second source exists for nearly all of the US standard prices of tokens', () => {
    const us = lines.filter(isUsStandard);
    const without = alone.filter(isUsStandard);
    console.log(
      `${lines.length} lines: ${lines.length - alone.length} compared, ${disagreements.length} disagreements explained, ${alone.length} without a second source`,
    );
    expect(without.length / us.length).toBeLessThan(ALONE_IN_US);
  });

  test('lines without a second source are listed by source and model, and grow no more', () => {
    for (const source of new Set(alone.map((line) => line.source))) {
      const own = alone.filter((line) => line.source === source).map(({ modelId }) => modelId);
      const told = [...new Set(own)].map(
        (modelId) => `${modelId} ${own.filter((id) => id === modelId).length}`,
      );
      console.log(`no second source: ${own.length} lines of ${source}: ${told.join(', ')}`);
    }
    expect(alone.length).toBe(ALONE);
  });

  test('every disagreement is explained', () => {
    const unexplained = disagreements.filter((found) => !explained.some(matches(found)));
    expect(unexplained.map(describeDisagreement)).toEqual([]);
  });

  test('every explanation is still needed', ({ skip }) => {
    if (!haveSecondSources) skip('not all second price sources are beside the project');
    const idle = explained.filter((entry) => !disagreements.some((found) => matches(found)(entry)));
    const needless = explained.flatMap((entry) =>
      entry.differences.filter(
        (difference) =>
          !disagreements.some((found) => matches(found)({ ...entry, differences: [difference] })),
      ),
    );
    expect(idle).toEqual([]);
    expect(needless).toEqual([]);
  });
});

type Explanation = (typeof explained)[number];

/** An explanation holds for the very prices it names: `<unit> <ours> / <theirs>`. */
function matches({ line, other }: Disagreement): (entry: Explanation) => boolean {
  const difference = `${line.unit} ${line.usd} / ${Number(other.usd.toPrecision(6))}`;
  return (entry) =>
    entry.modelId === line.modelId &&
    entry.source === other.source &&
    entry.differences.includes(difference);
}

/** Lists round to four significant places and more; a thousandth apart is the same price. */
function agrees(line: PriceLine, other: SecondPrice): boolean {
  const ours = usdToNumber(line.usd);
  return Math.abs(ours - other.usd) <= Math.max(ours, other.usd) * 0.001;
}

/** A dated line is compared with lists of its own time only. */
function holdsOn(line: PriceLine, day: string): boolean {
  return line.validFrom <= day && (line.validTo === undefined || day < line.validTo);
}

function isUsStandard(line: PriceLine): boolean {
  const us = line.regions === '*' || line.regions.includes('us-east-1');
  const tokens = line.unit === 'input-tokens' || line.unit === 'output-tokens';
  return us && tokens && line.tier === 'standard' && line.context === undefined;
}

function describeDisagreement({ line, other }: Disagreement): string {
  return `${line.modelId} ${line.scope} ${line.tier} ${line.unit} ${line.regions}: ${line.usd} here, ${other.usd} in ${other.source}`;
}
