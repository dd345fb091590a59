import { expect, test } from 'vitest';
import { FAULT_KINDS } from '../../../electron/backend/demo/faults.ts';
import { runCommand } from '../../helpers/run-command.ts';

test('the exports name the Region for every tool', async () => {
  const { code, out } = await runCommand(['demo'], { signal: AbortSignal.abort() });
  expect(code).toBe(0);
  const exports = new Map(
    [...out.matchAll(/^export (\w+)=(.+)$/gm)].map(([, name, value]) => [name, value]),
  );
  expect(exports.get('AWS_REGION')).toMatch(/^[a-z]+-[a-z]+-\d$/);
  expect(exports.get('AWS_DEFAULT_REGION')).toBe(exports.get('AWS_REGION'));
});

test('--control prints where and how faults are switched, and nothing does without it', async () => {
  const signal = AbortSignal.abort();
  const { code, out } = await runCommand(['demo', '--control'], { signal });
  expect(code).toBe(0);
  expect(out).toMatch(/^export ASSAY_CONTROL_URL=http:\/\/127\.0\.0\.1:\d+\/faults$/m);
  expect(out).toMatch(/^export ASSAY_CONTROL_TOKEN=[\w-]{32}$/m);
  expect((await runCommand(['demo'], { signal })).out).not.toContain('CONTROL');
});

test('the help of demo names every kind of fault', async () => {
  const { out } = await runCommand(['help', 'demo'], {});
  for (const kind of Object.keys(FAULT_KINDS)) expect(out).toContain(`  ${kind} `);
});

test('--events scales the traffic to about so many calls', async () => {
  const signal = AbortSignal.abort();
  const { err } = await runCommand(['demo', '--events', '5000', '--accounts', '9'], { signal });
  const [, calls = ''] = /ready: ([\d,]+) model calls in 9 accounts/.exec(err) ?? [];
  expect(Math.abs(Number(calls.replaceAll(',', '')) - 5_000)).toBeLessThan(1_000);
});

test.each(['7', '501', 'many', '-9'])('%s is no number of accounts', async (accounts) => {
  const { code, err } = await runCommand(['demo', `--accounts=${accounts}`]);
  expect(code).toBe(2);
  expect(err).toContain(`--accounts is a number from 8 to 500, not '${accounts}'.`);
});

test('a larger organisation starts', async () => {
  const { code, out } = await runCommand(['demo', '--accounts', '12'], {
    signal: AbortSignal.abort(),
  });
  expect(code).toBe(0);
  expect(out).toMatch(/^export AWS_ENDPOINT_URL=http:\/\/127\.0\.0\.1:\d+$/m);
});
