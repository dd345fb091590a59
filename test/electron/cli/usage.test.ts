import { describe, expect, it } from 'vitest';
import { GLOBAL_OPTIONS } from '../../../electron/cli/arguments.ts';
import type { CommandOptions } from '../../../electron/cli/command.ts';
import { commands } from '../../../electron/cli/commands.ts';
import { AppError } from '../../../shared/model/app-error.ts';
import { runCommand } from '../../helpers/run-command.ts';

const names = Object.keys(commands);

describe('assay explains itself', () => {
  it.each([[[]], [['help']], [['--help']], [['-h']]])('%j lists every command', async (argv) => {
    const { code, out, err } = await runCommand(argv);
    expect([code, err]).toEqual([0, '']);
    for (const name of names) expect(out).toContain(`\n  ${name}`);
    expect(out).toContain('Exit codes');
  });

  it.each(names)('the help of %s explains each of its options', async (name) => {
    const { out } = await runCommand(['help', name]);
    const command = await commands[name]?.load();
    const options: CommandOptions = { ...command?.options, ...GLOBAL_OPTIONS };
    for (const [option, { short, value, help }] of Object.entries(options)) {
      const names = `${short === undefined ? '' : `-${short}, `}--${option}`;
      const named = `\n  ${names}${value === undefined ? '' : ` ${value}`}`;
      const explained = help.split('\n').map((line) => line.trim());
      const said = out
        .slice(out.indexOf(named) + named.length)
        .split('\n')
        .map((line) => line.trim());
      expect(out, named).toContain(named);
      expect(said.filter((line) => line !== '').slice(0, explained.length), named).toEqual(
        explained,
      );
    }
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it('the general help has the options of every command, and that of the format', async () => {
    const { out } = await runCommand(['--help']);
    for (const option of [...Object.keys(GLOBAL_OPTIONS), 'format']) {
      expect(out).toContain(`--${option}`);
    }
    for (const format of ['table', 'json', 'csv', 'xlsx', 'ndjson']) expect(out).toContain(format);
  });

  it('says its version', async () => {
    expect(await runCommand(['--version'])).toMatchObject({ code: 0, out: 'assay 1.2.3\n' });
  });

  it.each(names)('%s has a help text of its own, twice the same', async (name) => {
    const first = await runCommand(['help', name]);
    const second = await runCommand([name, '--help']);
    expect(first.code).toBe(0);
    expect(first.out).toContain(`Usage: assay ${name}`);
    expect(second.out).toBe(first.out);
    expect(first.opened).toEqual([]);
  });
});

describe('a wrong call is exit code 2, one sentence and no backend', () => {
  it.each([
    [['nope'], "There is no command 'nope'."],
    [['--workspace', 'x'], 'A command is missing.'],
    [['help', 'nope'], "There is no command 'nope'."],
    [['__proto__'], "There is no command '__proto__'."],
    [['scan', '--nope'], "Unknown option '--nope'."],
    [['scan', 'extra'], "'extra' is one argument too many."],
    [['import'], '<folder> is missing.'],
    [['import', 'a', 'b'], "'b' is one argument too many."],
    [['import', 'a', '--format', 'xml'], "--format is one of table, json, csv, not 'xml'."],
    [['report', 'cost-by-model'], '--month YYYY-MM is missing.'],
    [['report', 'cost-by-model', '--month', '2026-13'], '--month is a month like 2026-10'],
    [['report', 'nope', '--month', '2026-10'], "There is no report 'nope'."],
    [['report', '--month'], "Option '--month <value>' argument missing."],
    [['check', '--fail-on', 'bad'], '--fail-on is one of'],
    [['import', '/no/such/folder'], 'There is no folder /no/such/folder.'],
    [['import', '/dev/null'], '/dev/null is a file; name the folder that holds it.'],
    [['check', '--workspace', '/dev/null'], '/dev/null is a file; a workspace is a folder.'],
    [['scan', '--workspace', '/dev/null'], '/dev/null is a file; a workspace is a folder.'],
    [['query'], '<select> is missing.'],
    [['serve', '--port', '70000'], '--port is a number'],
    [['demo', '--port', 'x'], '--port is a number'],
    [['demo', '--now', 'yesterday'], '--now is an instant'],
    [['demo', '--events', '0'], '--events is a number'],
    [['demo', '--events', '1e6'], '--events is a number'],
    [['scan', '--region', 'mars-1'], '--region is the code of an AWS Region, as in us-east-1'],
    [
      ['scan', '--region', 'eu-west-1,us-east-1'],
      "--region is the code of an AWS Region, as in us-east-1 or eu-central-1, not 'eu-west-1,us-east-1'. For several, repeat it: --region A --region B.",
    ],
    [['--region', 'EU', 'check'], '--region is the code of an AWS Region'],
    [['check', '--format', 'json', '--format', 'table'], '--format is given twice'],
    [['report', 'x', '--month=2026-10', '--month=2026-11'], '--month is given twice'],
    [['scan', '--yes=please'], "Option '--yes' does not take an argument"],
    [['query', 'select 1', '--timeout', '0'], '--timeout is a number of seconds'],
    [['query', 'select 1', '--timeout', 'soon'], '--timeout is a number of seconds'],
  ])('%j', async (argv, message) => {
    const { code, out, err, opened } = await runCommand(argv);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(`assay: ${message}`);
    expect(err).not.toMatch(/\n\s+at /);
    expect(opened).toEqual([]);
  });

  it.each([
    [['scan', '--nope'], 'See `assay help scan`.'],
    [['--workspace', 'x', 'report'], 'See `assay help report`.'],
    [['nope'], 'See `assay help`.'],
  ])('%j points to the help that fits', async (argv, hint) => {
    expect((await runCommand(argv)).err).toContain(`\n${hint}\n`);
  });

  it('names a workspace that is not there instead of making one', async () => {
    const { code, err, opened } = await runCommand(['check', '--workspace', '/nonexistent/w']);
    expect(code).toBe(2);
    expect(err).toContain('There is no workspace in /nonexistent/w');
    expect(opened).toEqual([]);
  });
});

describe('what goes wrong in the backend', () => {
  it.each([
    [
      new AppError('workspace-locked', 'Another Assay has it open.'),
      3,
      'Another Assay has it open.',
    ],
    [new AppError('workspace-newer', 'Made by a newer Assay.'), 3, 'Made by a newer Assay.'],
    [new TypeError('x is not a function'), 3, 'Unexpected: x is not a function'],
  ])('%s', async (openFails, code, message) => {
    const outcome = await runCommand(['check', '--workspace', 'demo'], { openFails });
    expect(outcome.code).toBe(code);
    expect(outcome.err).toContain(`assay: ${message}\n`);
    expect(outcome.err).not.toMatch(/\n\s+at /);
  });

  it('closes the backend whatever happens', async () => {
    const failing = await runCommand(['query', 'select', '--workspace', 'demo'], {
      answers: () => ({
        'query.run': async () => {
          throw new AppError('invalid-input', 'Only one SELECT is allowed.');
        },
      }),
    });
    expect(failing.code).toBe(2);
    expect(failing.err).toContain('Only one SELECT is allowed.');
    expect(failing.backend.closed()).toBe(true);
  });
});
