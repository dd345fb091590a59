import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../../helpers/run-command.ts';
import { withFolder } from '../../helpers/with-folder.ts';

const ROW = {
  modelId: 'us.anthropic.claude-sonnet-5-5',
  region: 'us-east-1',
  unit: 'input-tokens',
  quantity: 1_000,
  day: '2026-11-01',
};
const OWN = 'arn:aws:bedrock:us-east-1:111122223333:';

const row = (over: object) => JSON.stringify({ ...ROW, ...over });
/** The row with its quantity written as it stands here. */
const amount = (json: string) => JSON.stringify(ROW).replace('1000', json);

/** A line, and what is wrong with it: it cannot be read. */
const INVALID: readonly (readonly [string, string])[] = [
  [row({ unit: 'tokens' }), "unit: 'tokens' is no unit"],
  [row({ unit: '__proto__' }), "unit: '__proto__' is no unit"],
  [row({ unit: ['input-tokens'] }), 'unit: expected text'],
  [row({ unit: undefined }), 'unit: is missing'],
  [row({ quantity: undefined }), 'quantity: is missing'],
  [amount('-1'), 'quantity: expected a quantity from 0'],
  [amount('1e400'), 'quantity: is too large for a number; write it as text'],
  [amount('NaN'), 'the line is not JSON'],
  [row({ quantity: 'NaN' }), 'quantity: expected a quantity'],
  [row({ quantity: '1e9' }), 'quantity: expected a quantity'],
  [amount('1e22'), 'write one of more than 15 digits as text'],
  [amount('9007199254740993'), 'write one of more than 15 digits as text'],
  [row({ quantity: '9'.repeat(40) }), 'quantity: expected a quantity'],
  [amount('9'.repeat(40)), 'quantity: expected a quantity'],
  [amount('1.5e-12'), 'quantity: expected a quantity from 0 with at most 12 decimals'],
  [row({ quantity: '1,000' }), 'quantity: expected a quantity'],
  [row({ quantity: '\u0663' }), 'quantity: expected a quantity'],
  [row({ quantity: '' }), 'quantity: expected a quantity'],
  [row({ quantity: null }), 'quantity: expected a number or decimal text'],
  [row({ quantity: { value: 1 } }), 'quantity: expected a number or decimal text'],
  [row({ quantity: 1.5 }), 'expected a whole number: one unit is one token'],
  ['', 'the line is empty'],
  ['\r', 'the line is empty'],
  [`\uFEFF${row({})}`, 'the line is not JSON'],
  ['[]', 'expected one JSON object'],
  [`[${row({})}]`, 'expected one JSON object'],
  ['null', 'expected one JSON object'],
  ['42', 'expected one JSON object'],
  [`${'['.repeat(40_000)}${']'.repeat(40_000)}`, 'expected one JSON object'],
  [' '.repeat(300_000) + row({}), 'the line has more than 100000 characters'],
  [`${row({}).slice(0, -1)},"quantity":5}`, 'a member stands twice'],
  [`${row({}).slice(0, -1)},"\\u0071uantity":5}`, 'a member stands twice'],
  [row({}) + row({}), 'the line is not JSON'],
  [`${row({})},`, 'the line is not JSON'],
  [row({ usd: 5 }), 'Unrecognized key: "usd"'],
  [`${row({}).slice(0, -1)},"__proto__":{"tier":"batch"}}`, 'Unrecognized key: "__proto__"'],
  [row({ tier: 'turbo' }), 'tier: expected one of standard, flex'],
  [row({ tier: 'constructor' }), 'tier: expected one of standard, flex'],
  [row({ scope: 'world' }), 'scope: expected one of in-region, geographic, global'],
  [row({ context: 'medium' }), 'context: expected one of short, long'],
  [row({ region: 'moon-east-1' }), 'region: expected a Region code'],
  [row({ region: 'us-east-1a' }), 'region: expected a Region code'],
  [row({ region: undefined }), 'region: is missing'],
  [row({ day: '2026-02-30' }), 'day: expected a UTC day'],
  [row({ day: '2026-11-01T00:00:00Z' }), 'day: expected a UTC day'],
  [row({ day: 20_261_101 }), 'day: expected text'],
  [row({ modelId: undefined }), 'modelId: is missing'],
  [row({ modelId: '' }), 'modelId: is empty'],
  [row({ modelId: 'x'.repeat(3_000) }), 'modelId: is longer than any id'],
];

/** A line, and why it has no price. */
const UNPRICED: readonly (readonly [string, string])[] = [
  [row({ tier: 'reserved' }), 'no price for tier reserved'],
  [row({ context: 'long' }), 'no price for long context'],
  [row({ region: 'cn-north-1' }), 'in cn-north-1'],
  [row({ region: 'us-gov-west-1' }), 'in us-gov-west-1'],
  [row({ day: '2025-12-31' }), 'before 2026-01-01'],
  [row({ modelId: '   ' }), 'no model is named'],
  [row({ modelId: 'claude' }), "'claude' names no model"],
  [row({ modelId: '__proto__' }), "'__proto__' names no model"],
  [row({ modelId: 'no.such-model' }), 'no price for model no.such-model'],
  [
    row({ modelId: `${OWN}application-inference-profile/abcdefgh1234` }),
    'no price for application-inference-profile abcdefgh1234: the model behind it has not been read',
  ],
  [row({ modelId: `${OWN}provisioned-model/abc` }), 'model unit hours'],
  [row({ modelId: `${OWN}imported-model/abcdefghijkl` }), 'custom model units'],
  [row({ modelId: 'arn:aws:bedrock:' }), 'names no model'],
  [row({ modelId: 'arn:aws:s3:::bucket/anthropic.claude-sonnet-5-5' }), 'is the ARN of no model'],
  [row({ modelId: 'MP:USE1_InputTokenCount-Units' }), "the product's name does"],
  [row({ modelId: 'bedrock.guardrails' }), 'no price for input-tokens of bedrock.guardrails'],
];

/** A line, and exactly what it costs. */
const PRICED: readonly (readonly [string, string])[] = [
  [`${row({})}\r`, '0.0022'],
  [amount('1e9'), '2200'],
  [amount('0'), '0'],
  [row({ quantity: '1000.000' }), '0.0022'],
  [row({ quantity: '9'.repeat(30) }), '2199999999999999999999999.9999978'],
  [row({ tier: 'default' }), '0.0022'],
  [row({ scope: 'global' }), '0.002'],
  [row({ region: 'us-gov-east-1', modelId: 'us-gov.anthropic.claude-sonnet-5-5' }), '0.0024'],
  [row({ modelId: 'Claude Sonnet 5.5' }), '0.0022'],
  [row({ modelId: 'Claude5.5Sonnet' }), '0.0022'],
  [row({ modelId: 'anthropic.claude-sonnet-5-5-v1:0 ' }), '0.0022'],
  [row({ modelId: 'bedrock/global.anthropic.claude-sonnet-5-5' }), '0.002'],
  [row({ modelId: `${OWN}inference-profile/global.anthropic.claude-sonnet-5-5` }), '0.002'],
  [row({ modelId: undefined, unit: 'guardrail-content-text-units' }), '0.15'],
  [row({ modelId: undefined, unit: 'agentcore-gb-hours', quantity: 1e-7 }), '0.000000000945'],
];

async function answersTo(lines: readonly string[]) {
  return withFolder(async (folder) => {
    const file = join(folder, 'usage.ndjson');
    await writeFile(file, lines.join('\n'));
    const run = await runCommand(['price', '--usage', file]);
    const answers = run.out.trimEnd().split('\n');
    return { ...run, answers: answers.map((line): unknown => JSON.parse(line)) };
  });
}

describe('odd rows of usage', () => {
  it('are answered one line each, in their order, with what is wrong or why', async () => {
    const cases = [
      ...PRICED.map(([line, usd]) => [line, { status: 'priced', usd }] as const),
      ...INVALID.map(([line, reason]) => [line, { status: 'invalid', reason }] as const),
      ...UNPRICED.map(([line, reason]) => [line, { status: 'unpriced', reason }] as const),
    ];
    const { answers, code, err } = await answersTo(cases.map(([line]) => line));
    expect(answers).toMatchObject(
      cases.map(([, expected], index) => ({
        ...expected,
        ...('reason' in expected ? { reason: expect.stringContaining(expected.reason) } : {}),
        ...(expected.status === 'invalid' ? { line: index + 1 } : {}),
      })),
    );
    expect(code).toBe(1);
    expect(err).toContain(`${INVALID.length} of the lines could not be read`);
  });

  it('without a price end with 0: that is an answer', async () => {
    expect((await answersTo(UNPRICED.map(([line]) => line))).code).toBe(0);
  });

  it.each([
    ['a day to come', { day: '2099-01-01' }, '2099-01-01 is yet to come'],
    ['a Region to come', { region: 'eu-central-9' }, 'does not know the Region eu-central-9'],
  ])('of %s are priced with a caveat', async (_, over, caveat) => {
    const { answers, code } = await answersTo([row(over)]);
    expect(code).toBe(0);
    expect(answers).toMatchObject([
      { status: 'priced', usd: '0.0022', caveats: [expect.stringContaining(caveat)] },
    ]);
  });

  it('lines longer than memory should hold are answered too, and those after them', async () => {
    const { answers } = await answersTo(['x'.repeat(3_000_000), row({})]);
    expect(answers).toMatchObject([{ status: 'invalid', line: 1 }, { status: 'priced' }]);
  });
});
