import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { BILLABLE_UNITS, subjectId } from '../../../shared/model/billable-units.ts';
import { SERVICE_TIERS } from '../../../shared/model/usage.ts';
import { bundledPrices } from '../../../shared/prices/bundled-prices.ts';
import { projectRoot } from '../../helpers/source-tree.ts';

const text = readFileSync(path.join(projectRoot, 'docs/prices.md'), 'utf8');

test('docs/prices.md lists every unit with what one is and how many models have a price', () => {
  const lines = bundledPrices();
  const rows = BILLABLE_UNITS.map(({ unit, one, subject }) => {
    const priced = lines.filter((line) => line.unit === unit).map(({ modelId }) => modelId);
    const models = new Set(priced).size;
    const count = models === 0 ? '-' : models === 1 ? '1 model' : `${models} models`;
    return subject === 'model'
      ? `| \`${unit}\` | ${one} | a model | ${count} |`
      : `| \`${unit}\` | ${one} | \`${subjectId(subject)}\` | ${models === 0 ? '-' : 'yes'} |`;
  });
  expect(text.split('\n').filter((row) => rows.includes(row))).toEqual(rows);
});

test('docs/prices.md names every tier', () => {
  expect(SERVICE_TIERS.filter((tier) => !text.includes(`\`${tier}\``))).toEqual([]);
});
