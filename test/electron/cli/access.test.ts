import { describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/model/app-error.ts';
import { accessAnswers } from '../../helpers/fixture/access.ts';
import { type CommandSetting, runCommand } from '../../helpers/run-command.ts';

const CALLER = 'arn:aws:iam::111122223333:role/support-bot-0';
const MODEL = 'anthropic.claude-opus-5-5';
const OPEN = { keys: {}, assumeUnreadAllows: false };
const ASKED = { operation: 'invoke', region: null, context: OPEN } as const;
const CELL = { ...ASKED, principalArn: CALLER, modelId: MODEL };

/** Runs it over answers from memory; what was asked of the backend stands in `backend.calls`. */
function run(argv: readonly string[], more: CommandSetting = {}) {
  const answers = () => accessAnswers() as ReturnType<NonNullable<CommandSetting['answers']>>;
  return runCommand([...argv, '--workspace', 'demo'], { answers, ...more });
}

describe.each([
  ['who-can', MODEL, 'access.who-can', { modelId: MODEL }],
  ['what-can', CALLER, 'access.what-can', { principalArn: CALLER }],
] as const)('assay %s', (command, name, method, input) => {
  it('asks about any Region and whole answers, and reads only', async () => {
    const { code, opened, backend } = await run([command, name]);
    expect(code).toBe(0);
    expect(opened).toMatchObject([{ workspace: 'demo', readOnly: true }]);
    const asked = { ...input, operation: 'invoke', region: null, context: OPEN };
    expect(backend.calls).toEqual([{ method, input: asked }]);
  });

  it('asks what the options say', async () => {
    const { backend } = await run([
      ...[command, name, '--stream', '--region', 'eu-west-1', '--assume-unread-allows'],
      ...['--context', 'aws:SourceIp=10.0.0.1', '--context', 'aws:SourceIp=10.0.0.2'],
      ...['--context', 'bedrock:GuardrailIdentifier='],
    ]);
    const keys = { 'aws:SourceIp': ['10.0.0.1', '10.0.0.2'], 'bedrock:GuardrailIdentifier': [] };
    expect(backend.calls[0]?.input).toEqual({
      ...{ ...input, operation: 'stream', region: 'eu-west-1' },
      context: { keys, assumeUnreadAllows: true },
    });
  });

  it('says which keys AWS does not list', async () => {
    const keys = ['aws:NoSuchKey=1', 'aws:PrincipalTag/team=x', 'AWS:SOURCEIP=2001:db8::1'];
    const { code, err } = await run([command, name, ...keys.flatMap((key) => ['--context', key])]);
    expect(code).toBe(0);
    expect(err).toContain('aws:NoSuchKey is no condition key that AWS lists');
    expect(err.match(/is no condition key/g)).toHaveLength(1);
  });

  it('prints a table, CSV or the whole answer', async () => {
    const table = await run([command, name]);
    expect(table.out).toContain('allowed');
    expect(table.err).toMatch(/surely or perhaps; \d+ (it )?cannot\.\n$/);
    const csv = await run([command, name, '--format', 'csv']);
    expect(csv.out).toMatch(/^decision,\w+,.*,ways,reason/);
    if (command === 'who-can') expect(csv.out).toContain(`${MODEL} over bedrock-runtime (us-`);
    const json = await run([command, name, '--format', 'json']);
    const answer = JSON.parse(json.out);
    expect(csv.out.trimEnd().split('\r\n')).toHaveLength(answer.rows.length + 1);
  });

  it.each([
    [[command], /is missing|<\w+>/],
    [[command, name, 'more'], /more/],
    [[command, name, '--context', 'aws:SourceIp'], /--context is KEY=VALUE, not 'aws:SourceIp'/],
    [
      [command, name, '--context', 'aws:SourceIp=not-an-ip'],
      /is one IPv4 or IPv6 address.*'not-an-ip'/,
    ],
    [[command, name, '--context', 'aws:sourceip=10.0.0.0/8'], /address, as .*'10\.0\.0\.0\/8'/],
    [[command, name, '--region', 'eu-west-1', '--region', 'us-east-1'], /One --region is asked/],
    [[command, name, '--format', 'xml'], /--format is one of table/],
  ])('%j is refused', async (argv, message) => {
    const { code, err, out, backend } = await run(argv);
    expect([code, out, backend.calls]).toEqual([2, '', []]);
    expect(err).toMatch(message);
  });

  it('repeats what the backend suggests, with 2', async () => {
    const answer = async () => {
      throw new AppError('not-found', 'It may be something else.');
    };
    const { code, err, out } = await run([command, name], {
      answers: () => ({ [method]: answer }),
    });
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('It may be something else.');
  });

  it('says that there is no such workspace', async () => {
    const { code, err, opened } = await runCommand([command, name, '--workspace', '/nowhere']);
    expect([code, opened]).toEqual([2, []]);
    expect(err).toContain('There is no workspace in /nowhere.');
  });
});

it('assay what-can tells what was tried and refused', async () => {
  const { err } = await run(['what-can', CALLER]);
  expect(err).toContain(
    '161 calls to us.x in us-east-1 were refused for want of a permission, last on 2026-11-20.\n',
  );
});

describe('assay explain', () => {
  it('tells each way, each resource, the statements, the gates and the guardrails', async () => {
    const { code, out, backend } = await run(['explain', CALLER, MODEL]);
    expect(code).toBe(0);
    expect(backend.calls[0]?.method).toBe('access.explain');
    const answer = await accessAnswers()['access.explain'](CELL);
    for (const { called, decision, parts, region, plane } of answer.routes) {
      expect(out).toContain(`${decision.toUpperCase()}  ${called} in ${region} over ${plane}\n`);
      for (const part of parts) expect(out).toContain(part.resource);
    }
    for (const { gate, state, region } of answer.gates) {
      expect(out).toContain(`  ${gate}: ${state} (${region}). `);
    }
    expect(out).toContain('  without a guardrail: allowed (us-east-1)');
    expect(out).toContain('  with any other guardrail: denied (us-east-1)');
  });

  it('of one call asks about what goes into it, where it is made', async () => {
    const called = `us.${MODEL}`;
    const argv = ['explain', CALLER, called, '--preflight'];
    const { code, out, backend } = await run([...argv, '--region', 'us-east-1']);
    expect(code).toBe(0);
    expect(out).toContain('This call will be denied');
    const input = { principalArn: CALLER, called, region: 'us-east-1', operation: 'invoke' };
    expect(backend.calls).toEqual([
      { method: 'access.preflight', input: { ...input, context: OPEN } },
    ]);
    const nowhere = await run(argv);
    expect([nowhere.code, nowhere.err]).toEqual([
      2,
      expect.stringContaining('--region REGION is missing'),
    ]);
  });

  it('is JSON where it is asked for, with everything', async () => {
    const { out } = await run(['explain', CALLER, MODEL, '--format', 'json']);
    const answer = await accessAnswers()['access.explain'](CELL);
    expect(JSON.parse(out)).toEqual(answer);
  });

  it.each([[['explain', CALLER]], [['explain', CALLER, MODEL, 'x']]])(
    '%j is refused',
    async (argv) => {
      expect((await run(argv)).code).toBe(2);
    },
  );
});

describe('assay policy --for', () => {
  it.each([
    ['json', 'json'],
    ['terraform', 'terraform'],
    ['cloudformation', 'cloudFormation'],
  ] as const)('prints it as %s, and what was proven of it', async (format, member) => {
    const { code, out, err, backend } = await run(['policy', '--for', CALLER, '--format', format]);
    const answer = await accessAnswers()['access.least-privilege']({
      principalArn: CALLER,
      days: 90,
      guardrailArn: null,
    });
    expect(out).toBe(`${answer[member].trimEnd()}\n`);
    expect(err).toContain(`since ${answer.window.from}: `);
    expect(code).toBe(answer.proof.notAllowed.length > 0 ? 3 : 0);
    const input = { principalArn: CALLER, days: 90, guardrailArn: null };
    expect(backend.calls).toEqual([{ method: 'access.least-privilege', input }]);
  });

  it.each([
    [['--days', '0'], /--days is a number from 1 to 400, not '0'/],
    [['--days', '1e2'], /--days is a number/],
    [['--missing'], /--for has no --missing/],
    [['--format', 'csv'], /--format is one of json, terraform/],
  ])('%j is refused', async (argv, message) => {
    const { code, err } = await run(['policy', '--for', CALLER, ...argv]);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  it('alone has days', async () => {
    const { code, err } = await run(['policy', '--days', '30']);
    expect([code, err]).toEqual([2, expect.stringContaining('--days is of --for PRINCIPAL')]);
  });
});
