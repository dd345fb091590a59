import { spawn } from 'node:child_process';
import { awsEnvironment, missingBoto3 } from '../../../../helpers/aws-cli.ts';
import type { ClientConfig } from '../../../../helpers/simulated-client.ts';
import type { HonestyCase } from './honesty-case.ts';
import { SDK_CLIENTS, type SdkClient } from './sdk-clients.ts';

/** What one other client says about one answer. */
export type Opinion =
  | { readonly skipped: string }
  | {
      readonly problems: readonly string[];
      /** Texts that are none of those its model lists: path, name of the shape, text. */
      readonly values?: readonly (readonly [string, string, string])[];
    };

/** What botocore and the AWS CLI say about one case. */
export interface SecondOpinion {
  readonly botocore: Opinion;
  readonly cli: Opinion;
}

/** A case with the client settings that it is called with. */
export type AskedCase = HonestyCase & { readonly config: ClientConfig };

const PROGRAM = new URL('../../../../helpers/second-opinion.py', import.meta.url).pathname;

/** Asks botocore and the AWS CLI about all cases, in one Python process. */
export async function secondOpinions(
  cases: readonly AskedCase[],
): Promise<readonly SecondOpinion[]> {
  const missing = await missingBoto3();
  const [first] = cases;
  if (missing !== null || first === undefined) {
    const skipped = { skipped: missing ?? 'there is no case' };
    return cases.map(() => ({ botocore: skipped, cli: skipped }));
  }
  const { endpoint, region, credentials } = first.config;
  const asked = JSON.stringify({ endpoint, cases: cases.map(forPython) });
  const env = awsEnvironment({ endpoint, region, ...credentials });
  return JSON.parse(await runPython(asked, env));
}

function forPython(one: AskedCase): object {
  const { botocore, cli }: SdkClient = SDK_CLIENTS[one.client];
  const { command: operation, input, region } = one;
  return {
    service: botocore,
    cli: cli ?? botocore,
    operation,
    input,
    region,
    credentials: one.config.credentials,
  };
}

function runPython(
  input: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn('python3', [PROGRAM], { env: { ...env, PYTHONWARNINGS: 'ignore' } });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(out).toString('utf8'));
      else reject(new Error(`second-opinion.py ended with ${code}: ${Buffer.concat(err)}`));
    });
    child.stdin.end(input);
  });
}
