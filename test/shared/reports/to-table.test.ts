import { expect, test } from 'vitest';
import type { Table } from '../../../shared/reports/table.ts';
import { tableOfCoverage } from '../../../shared/reports/table-coverage.ts';
import { tableOfFindings } from '../../../shared/reports/table-findings.ts';
import { toJson } from '../../../shared/reports/to-json.ts';
import { toTable } from '../../../shared/reports/to-table.ts';
import { guardrailBlocksPromptAttacks } from '../../../shared/rules/guardrails/guardrail-blocks-prompt-attacks.ts';
import { attackFilter, DENIED, guardrail, judge, reading, unread } from '../rules/builders.ts';

const table: Table = {
  columns: [
    { id: 'model', title: 'Model', kind: 'text' },
    { id: 'calls', title: 'Calls', kind: 'count' },
    { id: 'usd', title: 'USD', kind: 'usd' },
  ],
  rows: [
    ['Claude', 1_234_567, '1234.565'],
    ['Nova\u001b[31m', 3, '0.000001'],
    ['Unknown', 0, null],
    ['Free', 1, '0'],
  ],
  totals: ['Total', 1_234_571, '1234.565001'],
  notes: ['A note.'],
};

test('columns are aligned, numbers to the right, and terminal codes are written out', () => {
  expect(toTable(table)).toBe(
    [
      'Model               Calls       USD',
      '--------------  ---------  --------',
      'Claude          1,234,567  1,234.57',
      'Nova\\u{1b}[31m          3     <0.01',
      'Unknown                 0         -',
      'Free                    1      0.00',
      '--------------  ---------  --------',
      'Total           1,234,571  1,234.57',
      '',
      'A note.',
      '',
    ].join('\n'),
  );
});

test.each([
  [51_766.19054340155, '51,766.19054340155'],
  [-1_234_567.5, '-1,234,567.5'],
  [0.123_456_7, '0.1234567'],
  [1.234_567e-10, '1.234567e-10'],
  [1.5e300, '1.5e+300'],
  [-12_345, '-12,345'],
])('%d has commas in its whole part alone', (value, text) => {
  const columns = [{ id: 'n', title: 'N', kind: 'count' as const }];
  const [, , row] = toTable({ columns, rows: [[value]], totals: null, notes: [] }).split('\n');
  expect(row).toBe(text);
});

test('an empty table says so', () => {
  expect(toTable({ ...table, rows: [] })).toBe('Nothing to show.\nA note.\n');
});

test('JSON carries exact values by column id', () => {
  expect(JSON.parse(toJson(table, { month: '2026-10' }))).toEqual({
    month: '2026-10',
    rows: [
      { model: 'Claude', calls: 1_234_567, usd: '1234.565' },
      { model: 'Nova\u001b[31m', calls: 3, usd: '0.000001' },
      { model: 'Unknown', calls: 0, usd: null },
      { model: 'Free', calls: 1, usd: '0' },
    ],
    notes: ['A note.'],
  });
});

test('findings: failures first, unknown with the permission, a summary below', () => {
  const guardrails = [guardrail([attackFilter()], 'good'), guardrail([], 'bad')];
  const findings = [
    ...judge(guardrailBlocksPromptAttacks, [reading('guardrails', guardrails)]),
    ...judge(guardrailBlocksPromptAttacks, [unread('guardrails', DENIED)]),
  ];
  const found = tableOfFindings(findings);
  expect(found.rows.map((row) => [row[0], row[1], row[7]])).toEqual([
    ['high', 'fail', null],
    ['high', 'unknown', 'bedrock:GetGuardrail'],
    ['high', 'pass', null],
  ]);
  expect(found.notes).toEqual(['3 findings: 1 fail, 1 unknown, 1 pass, 0 not-applicable.']);
});

test('coverage: what was not read says why', () => {
  const place = { name: 'guardrails', accountId: '111122223333', region: 'us-east-1', items: 0 };
  const covered = tableOfCoverage([
    { ...place, outcome: { status: 'collected' }, items: 3 },
    { ...place, outcome: DENIED },
    { ...place, outcome: { status: 'failed', reason: 'the connection was cut' } },
  ]);
  expect(covered.rows.map((row) => row.slice(3))).toEqual([
    ['collected', 3, null],
    ['denied', 0, 'bedrock:GetGuardrail is denied'],
    ['failed', 0, 'the connection was cut'],
  ]);
});
