import { describe, expect, it } from 'vitest';
import type { Job } from '../../../shared/api/answers.ts';
import { sampleJob } from '../../helpers/fake-backend.ts';
import { type CommandSetting, runCommand } from '../../helpers/run-command.ts';
import { sampleWorkspace, summaryAnswers } from '../../helpers/sample-answers.ts';
import { withFolder } from '../../helpers/with-folder.ts';

const step = {
  id: 's',
  title: 'Guardrails',
  done: 3,
  total: 3,
  share: 1,
  state: 'done',
  note: null,
} as const;

/** A backend whose scan ends in a state, after one step. */
function scanning(
  ended: Partial<Job>,
  connections = sampleWorkspace().connections,
): CommandSetting {
  return {
    answers: (backend) => ({
      ...summaryAnswers,
      'workspace.get': sampleWorkspace({ connections }),
      'profiles.list': [{ name: 'prod', region: 'eu-central-1', endpointUrl: null }],
      'scan.start': async () => {
        const running = sampleJob({ steps: [{ ...step, done: 1, state: 'running' }] });
        backend().emit({ type: 'job', job: running });
        backend().emit({ type: 'job', job: sampleJob({ steps: [step], ...ended }) });
        return running;
      },
    }),
  };
}

describe('assay scan', () => {
  it.each([
    ['done', 0],
    ['partial', 3],
    ['failed', 3],
    ['cancelled', 130],
  ] as const)('a scan that is %s ends with %i', async (state, code) => {
    const outcome = await runCommand(['scan', '--workspace', '/w'], scanning({ state }));
    expect(outcome.code).toBe(code);
    expect(outcome.err).toContain('✓ Guardrails 3\n');
    expect(outcome.out.includes('$1,234.57')).toBe(code !== 130);
  });

  it('sums up on stdout what it found', async () => {
    const { out } = await runCommand(['scan', '--workspace', '/w'], scanning({ state: 'done' }));
    expect(out).toContain('acme, data from 2026-08-22 to 2026-11-19');
    expect(out).toContain('$1,234.57 in 2026-11 so far (metered), 4,321 calls; 1 model unpriced');
    expect(out).toContain('Claude Sonnet 5.5 $1,234.57');
    expect(out).toContain('1 critical, 1 high');
    expect(out).toContain('0 of 1 readings collected; 1 denied');
  });

  it.each([
    ['nothing new where the workspace has connections', [], {}, null],
    ['nothing new where it has this one', ['--profile', 'prod', '--region', 'eu-west-1'], {}, null],
    [
      'the connection that the options name',
      ['--region', 'us-east-1', '--region', 'us-west-2', '--endpoint-url', 'http://127.0.0.1:5000'],
      {},
      {
        label: 'default',
        regions: ['us-east-1', 'us-west-2'],
        endpointUrl: 'http://127.0.0.1:5000',
      },
    ],
    [
      'a role, with the Region of the environment',
      ['--role-arn', 'arn:aws:iam::111122223333:role/Reader'],
      { AWS_REGION: 'eu-north-1' },
      {
        label: 'Reader',
        regions: ['eu-north-1'],
        roleArn: 'arn:aws:iam::111122223333:role/Reader',
      },
    ],
    [
      'an organisation, as another connection than that without the role',
      [
        ...['--profile', 'prod', '--region', 'eu-west-1'],
        ...['--organization-role', 'arn:aws:iam::{account}:role/Reader'],
      ],
      {},
      {
        label: 'prod',
        profile: 'prod',
        regions: ['eu-west-1'],
        organizationRole: 'arn:aws:iam::{account}:role/Reader',
      },
    ],
  ])('adds %s', async (_, options, env, added) => {
    const setting = { ...scanning({ state: 'done' }), env };
    const { backend } = await runCommand(['scan', '--workspace', '/w', ...options], setting);
    const adds = backend.calls.filter(({ method }) => method === 'connection.add');
    expect(adds.map(({ input }) => input)).toEqual(added === null ? [] : [added]);
  });

  it.each([
    [['--verify-digests', '--sources', 'logs'], { sources: ['logs'], verifyDigests: true }],
    [[], {}],
  ])('asks with %j for what the options say', async (options, asked) => {
    const argv = ['scan', '--workspace', '/w', ...options];
    const { backend } = await runCommand(argv, scanning({ state: 'done' }));
    const starts = backend.calls.filter(({ method }) => method === 'scan.start');
    expect(starts.map(({ input }) => input)).toEqual([{ ...asked, confirmed: false }]);
  });

  it('takes the Region of the profile, and says so when there is none', async () => {
    const fresh = scanning({ state: 'done' }, []);
    const known = await runCommand(['scan', '--workspace', '/w', '--profile', 'prod'], fresh);
    expect(known.backend.calls.find(({ method }) => method === 'connection.add')?.input).toEqual({
      label: 'prod',
      profile: 'prod',
      regions: ['eu-central-1'],
    });
    const unknown = await runCommand(['scan', '--workspace', '/w'], fresh);
    expect(unknown.code).toBe(2);
    expect(unknown.err).toContain('No Region is known.');
  });

  it.each(['AWS_REGION', 'AWS_DEFAULT_REGION'])(
    'refuses what %s has that is no Region',
    async (name) => {
      const fresh = scanning({ state: 'done' }, []);
      const argv = ['scan', '--workspace', '/w'];
      const { code, err } = await runCommand(argv, { ...fresh, env: { [name]: 'mars-1' } });
      expect(code).toBe(2);
      expect(err).toContain(`${name} is the code of an AWS Region, as in us-east-1 or`);
      expect(err).toContain("not 'mars-1'.");
    },
  );

  it('names a profile that is none, with those that there are', async () => {
    const argv = ['scan', '--workspace', '/w', '--profile', 'nope', '--region', 'eu-west-1'];
    const { code, err, backend } = await runCommand(argv, scanning({ state: 'done' }, []));
    expect(code).toBe(2);
    expect(err).toContain("There is no profile 'nope' in the AWS configuration files.");
    expect(err).toContain('Known are: prod.');
    expect(backend.calls.map(({ method }) => method)).not.toContain('connection.add');
  });

  it('cancels the job at Ctrl-C and waits for its end', async () => {
    const interrupt = new AbortController();
    const outcome = await runCommand(['scan', '--workspace', '/w'], {
      signal: interrupt.signal,
      answers: (backend) => ({
        ...summaryAnswers,
        'scan.start': async () => {
          interrupt.abort();
          return sampleJob();
        },
        'job.cancel': async () => {
          backend().emit({ type: 'job', job: sampleJob({ state: 'cancelled' }) });
          return null;
        },
      }),
    });
    expect(outcome.code).toBe(130);
    expect(outcome.backend.closed()).toBe(true);
  });
});

describe('which workspace', () => {
  it.each([
    ['--workspace', ['--workspace', 'demo'], {}, 'demo'],
    ['ASSAY_WORKSPACE', [], { ASSAY_WORKSPACE: 'demo' }, 'demo'],
  ])('%s', async (_, options, env, workspace) => {
    const { opened } = await runCommand(['check', ...options], { env });
    expect(opened).toMatchObject([{ workspace }]);
  });

  it('the default one, in Assay’s own folder', () =>
    withFolder(async (home) => {
      const { opened } = await runCommand(['scan'], { ...scanning({ state: 'done' }), home });
      expect(opened).toMatchObject([{ workspace: `${home}/workspaces/default`, readOnly: false }]);
    }));
});
