import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemNow } from '../../../electron/backend/clock.ts';
import { demoFolders } from '../../../electron/backend/workspace/older-demos.ts';
import type { MissingPolicy, PolicyPart, WorkspacePolicy } from '../../../shared/api/answers.ts';
import { runCommand } from '../../helpers/run-command.ts';
import { withFolder } from '../../helpers/with-folder.ts';

function part(action: string): PolicyPart {
  const policy = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: [action] }] };
  return { json: JSON.stringify(policy, null, 2), characters: 80 };
}

const PARTS = [part('a:One'), part('b:Two')];

const LONG: WorkspacePolicy = {
  json: '{"Version":"2012-10-17"}',
  characters: 6_145,
  charactersAllowed: 6_144,
  parts: PARTS,
  actions: [{ action: 'a:One', usedFor: 'x' }],
  partition: 'aws',
  partitions: ['aws'],
};

const MISSING: MissingPolicy = {
  partition: 'aws',
  partitions: ['aws', 'aws-cn'],
  parts: [part('s3:ListBucket')],
  grants: [
    {
      action: 's3:ListBucket',
      resource: 'arn:aws:s3:::denied',
      names: ['cloudtrail-logs'],
      accountIds: ['111122223333'],
    },
  ],
  refusals: [
    {
      action: 's3:GetBucketLocation',
      resource: 'arn:aws:s3:::theirs',
      by: 'resource-based policy',
      accountIds: ['111122223333', '222233334444'],
      owner: '999900001111',
    },
    { action: 'a:B', resource: null, by: 'service control policy', accountIds: ['1'], owner: null },
  ],
};

/** Runs it over a folder that looks like a workspace that was scanned. */
function withPolicies<T>(
  use: (
    run: (...argv: readonly string[]) => ReturnType<typeof runCommand>,
    folder: string,
  ) => Promise<T>,
  missing: MissingPolicy = MISSING,
): Promise<T> {
  return withFolder(async (folder) => {
    await writeFile(join(folder, 'assay.duckdb'), '');
    const setting = { answers: () => ({ 'policy.get': LONG, 'policy.missing': missing }) };
    const run = (...argv: readonly string[]) =>
      runCommand(['policy', '--workspace', folder, ...argv], setting);
    return use(run, folder);
  });
}

describe('a policy that is too long for one', () => {
  it('says how many parts it has, and prints them as an array', async () => {
    await withPolicies(async (run) => {
      expect((await run()).err).toBe(
        'This policy has 6,145 characters; IAM takes 6,144 in one managed policy. --parts prints it as 2 managed policies that are attached together.\n',
      );
      const { code, out, err } = await run('--parts');
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(JSON.parse(out)).toEqual(PARTS.map(({ json }) => JSON.parse(json)));
    });
  });

  it('is a file for each part, named beside the one that --out names', async () => {
    await withPolicies(async (run, folder) => {
      const { out, err } = await run('--parts', '--out', join(folder, 'assay.json'));
      const files = [1, 2].map((n) => join(folder, `assay-${n}.json`));
      expect({ out, err }).toEqual({ out: '', err: `${files.join('\n')}\n` });
      const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
      expect(texts).toEqual(PARTS.map(({ json }) => `${json}\n`));
      await run('--out', join(folder, 'whole.json'));
      expect(await readFile(join(folder, 'whole.json'), 'utf8')).toBe(`${LONG.json}\n`);
      expect(await readdir(folder)).toHaveLength(4);
    });
  });

  it.each([
    [['--parts', '--format', 'csv'], '--parts are policies; --format is json then.'],
    [['--missing', '--feature', 'logs'], '--missing is for what was denied; it has no --feature.'],
    [['--out', ''], '--out FILE is the name of a file.'],
    [['--out', 'policy.pdf'], 'Nothing is written as .pdf: end the file of --out with .json,'],
    [
      ['--for', 'app', '--out', 'policy.tf'],
      'Nothing is written as .tf: end the file of --out with .json,',
    ],
  ])('%s is refused', async (argv, message) => {
    await withPolicies(async (run) => {
      const { code, out, err } = await run(...argv);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain(message);
    });
  });
});

describe('the policy of the demo', () => {
  const answers = () => ({ 'policy.get': LONG });

  it('names what its workspace of today found', async () => {
    await withFolder(async (home) => {
      const folder = demoFolders(home, systemNow()).today;
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, 'assay.duckdb'), '');
      const { out, opened } = await runCommand(['policy', '--workspace', 'demo'], {
        home,
        answers,
      });
      expect(out).toBe(`${LONG.json}\n`);
      expect(opened).toMatchObject([{ workspace: 'demo', readOnly: true }]);
    });
  });

  it('is the one for any account as long as it was not read today', async () => {
    await withFolder(async (home) => {
      const { code, out, opened } = await runCommand(['policy', '--workspace', 'demo'], {
        home,
        answers,
      });
      expect({ code, opened }).toEqual({ code: 0, opened: [] });
      expect(out).toContain('arn:aws:s3:::*/AWSLogs/*');
    });
  });
});

describe('what is missing', () => {
  it('is a policy, with what no policy of one’s own allows beside it', async () => {
    await withPolicies(async (run) => {
      const { out, err, opened } = await run('--missing');
      expect(out).toBe(`${MISSING.parts[0]?.json}\n`);
      expect(err).toContain(
        'Not in it: s3:GetBucketLocation on arn:aws:s3:::theirs for 111122223333, 222233334444 (2 accounts): the policy of the resource has to allow it; ask its owner, 999900001111.',
      );
      expect(err).toContain('a service control policy refuses it');
      expect(err).toContain('--partition aws-cn');
      expect(opened[0]?.readOnly).toBe(true);
    });
  });

  it('is a table of actions with what they were denied on', async () => {
    await withPolicies(async (run) => {
      const { out } = await run('--missing', '--format', 'csv');
      expect(out).toBe(
        'action,resource,read_for,accounts\r\ns3:ListBucket,arn:aws:s3:::denied,cloudtrail-logs,111122223333\r\n',
      );
    });
  });

  it('prints nothing where nothing can be granted', async () => {
    const nothing = { ...MISSING, partitions: [], parts: [], grants: [], refusals: [] };
    await withPolicies(async (run) => {
      const { code, out, err } = await run('--missing');
      expect({ code, out }).toEqual({ code: 0, out: '' });
      expect(err).toBe('No permission is missing that a policy can give.\n');
    }, nothing);
  });
});
