import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../../helpers/run-command.ts';
import { withFolder } from '../../helpers/with-folder.ts';

const POLICY = {
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'Models',
      Effect: 'Allow',
      Action: 'bedrock:InvokeModel',
      Resource: 'arn:aws:bedrock:*::foundation-model/*',
      Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
    },
  ],
};

const CASE = {
  id: 'one',
  principal: 'arn:aws:iam::111122223333:user/bob',
  action: 'bedrock:InvokeModel',
  resource: 'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0',
  context: {},
  identityPolicies: [POLICY],
};

async function evaluate(text: string) {
  return withFolder(async (folder) => {
    const file = join(folder, 'cases.ndjson');
    await writeFile(file, text);
    const run = await runCommand(['evaluate', '--cases', file], { answers: () => ({}) });
    const lines = run.out.trim().split('\n');
    return { ...run, answered: lines.map((line): unknown => JSON.parse(line)) };
  });
}

const STATEMENT = { policy: 'identityPolicies[0]', statement: 0, effect: 'Allow' };

describe('assay evaluate', () => {
  it('answers one line for each case, in their order, with the statements that decided', async () => {
    const cases = [
      CASE,
      { ...CASE, id: 'two', context: { 'aws:MultiFactorAuthPresent': 'true' } },
      { ...CASE, id: 'three', contextComplete: true },
    ];
    const { answered, code } = await evaluate(
      `\uFEFF${cases.map((one) => JSON.stringify(one)).join('\r\n')}`,
    );
    expect(code).toBe(0);
    const condition = { key: 'aws:MultiFactorAuthPresent', operator: 'Bool', values: ['true'] };
    const conditions = [{ ...condition, ...STATEMENT }];
    const statement = { ...STATEMENT, sid: 'Models' };
    expect(answered).toEqual([
      {
        id: 'one',
        decision: 'conditional',
        by: 'identity-policy',
        statements: [{ ...statement, applies: 'unknown' }],
        conditions,
      },
      {
        id: 'two',
        decision: 'allowed',
        by: 'identity-policy',
        statements: [{ ...statement, applies: 'yes' }],
        conditions: [],
      },
      {
        id: 'three',
        decision: 'denied',
        by: 'implicit-deny',
        statements: [{ ...statement, applies: 'no', missed: 'condition' }],
        conditions,
      },
    ]);
  });

  it('answers a line that is no case with what is wrong, and goes on', async () => {
    const { principal: _, ...nobody } = CASE;
    const { answered, code, err } = await evaluate(
      `nope\n\n${JSON.stringify(nobody)}\n${JSON.stringify({ ...CASE, identityPolicies: {} })}\n${JSON.stringify(CASE)}\n`,
    );
    expect(code).toBe(1);
    expect(err).toContain('3 of the lines could not be read');
    expect(answered).toEqual([
      { line: 1, invalid: expect.stringContaining('JSON') },
      { id: 'one', line: 3, invalid: 'principal must be a text' },
      { id: 'one', line: 4, invalid: 'identityPolicies must be a list of policies' },
      expect.objectContaining({ decision: 'conditional' }),
    ]);
  });

  it('tells members that it does not know and policies that AWS would refuse', async () => {
    const odd = {
      ...CASE,
      identityPolices: [],
      identityPolicies: [{ ...POLICY, Version: '2020' }],
    };
    const { answered } = await evaluate(JSON.stringify(odd));
    expect(answered).toMatchObject([
      {
        decision: 'unknown',
        problems: [
          'identityPolices is no member of a case and was not read',
          'identityPolicies[0]: Version must be 2012-10-17 or 2008-10-17',
        ],
      },
    ]);
  });

  it('says which file it cannot read, and that it needs one', async () => {
    const missing = await runCommand(['evaluate', '--cases', '/nowhere/cases.ndjson'], {
      answers: () => ({}),
    });
    expect(missing.code).not.toBe(0);
    expect(missing.err).toContain('The cases in /nowhere/cases.ndjson cannot be read');
    const none = await runCommand(['evaluate'], { answers: () => ({}) });
    expect(none.err).toContain('--cases FILE is missing.');
  });
});
