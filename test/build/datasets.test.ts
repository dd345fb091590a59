import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { meteredPrices } from '../../electron/backend/aws/metered-prices.ts';
import { collectors } from '../../electron/backend/collectors/index.ts';
import { featureParts } from '../../electron/backend/scan/feature-parts.ts';
import { FEATURES, type FeatureId } from '../../shared/model/features.ts';
import { DEFAULT_SETTINGS } from '../../shared/model/settings.ts';
import { projectRoot } from '../helpers/source-tree.ts';

const text = readFileSync(path.join(projectRoot, 'docs/datasets.md'), 'utf8');

/** The cells of a table's rows, of those that begin with a name in backticks. */
function rowsIn(section: string): readonly (readonly string[])[] {
  return section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.slice(2, -2).split(' | '));
}

function sectionOf(heading: string): string {
  return (text.split(`${heading}\n`)[1] ?? '').split(/\n##/)[0] ?? '';
}

const collected = Object.values(collectors);
const groups = FEATURES.filter(({ id }) => featureParts[id].some((part) => 'dataset' in part));
const sources = FEATURES.flatMap(({ id }) =>
  featureParts[id].flatMap((part) => ('id' in part ? { feature: id, ...part } : [])),
);

function quoted(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}

describe('docs/datasets.md', () => {
  test.each(groups)('lists the datasets of $id as their collectors declare them', (group) => {
    const rows = rowsIn(sectionOf(`### ${group.title} (\`${group.id}\`)`));
    const parts = collected.filter((collector) => isOf(collector.dataset, group.id));
    const expected = parts.map(({ dataset, scope, iamActions, goodForHours }) => [
      `\`${dataset}\``,
      scope === 'account' ? 'account' : 'each Region',
      quoted(iamActions),
      goodForHours === undefined ? 'each scan' : `after ${goodForHours} h`,
    ]);
    expect(expected.length).toBeGreaterThan(0);
    expect(rows.map(([name, _holds, ...rest]) => [name, ...rest])).toEqual(expected);
  });

  test('lists every dataset once, each with what it holds', () => {
    const rows = rowsIn(sectionsOfDatasets());
    expect(rows.map(([name]) => name).sort()).toEqual(
      collected.map(({ dataset }) => `\`${dataset}\``).sort(),
    );
    expect(rows.filter(([, holds = '']) => holds.length < 20)).toEqual([]);
  });

  test('lists the sources with their features and actions', () => {
    const rows = rowsIn(sectionOf('## Sources'));
    expect(rows.map(([id, _reads, ...rest]) => [id, ...rest])).toEqual(
      sources.map(({ id, feature, iamActions }) => [
        `\`${String(id)}\``,
        `\`${feature}\``,
        quoted(iamActions),
      ]),
    );
  });

  test('prices every call that AWS charges for, and tells the cap', () => {
    const rows = rowsIn(sectionOf('## Costs'));
    const priced = rows.flatMap(([calls = '', price = '']) =>
      calls.split(', ').map((call) => [call.replaceAll('`', ''), price] as const),
    );
    expect(priced.map(([call]) => call).sort()).toEqual(Object.keys(meteredPrices).sort());
    for (const [call, price] of priced) {
      const metered = Object.entries(meteredPrices).find(([name]) => name === call)?.[1];
      expect(price).toContain(`$${metered?.usd} `);
      if (metered?.per !== 1) expect(price).toContain(metered?.per.toLocaleString('en') ?? '');
    }
    expect(text).toContain(`monthly cap ($${DEFAULT_SETTINGS.watchingCapUsd} `);
  });
});

function isOf(dataset: string, feature: FeatureId): boolean {
  return featureParts[feature].some((part) => 'dataset' in part && part.dataset === dataset);
}

function sectionsOfDatasets(): string {
  return text.split('## Sources')[0] ?? '';
}
