import { type CommandResult, runCommand } from './command.ts';

/** Where the AWS CLI is to send its calls, and as whom. */
export interface AwsCliTarget {
  readonly endpoint: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** Why the AWS CLI cannot be used here; null when it can. */
export async function missingAwsCli(): Promise<string | null> {
  const { code } = await runCommand('aws', ['--version']);
  return code === 0 ? null : 'the AWS CLI (awscli) is not installed';
}

/** Why boto3 cannot be used here; null when it can. */
export async function missingBoto3(): Promise<string | null> {
  const { code } = await runCommand('python3', ['-c', 'import boto3']);
  return code === 0 ? null : 'Python with boto3 is not installed';
}

/** Runs one AWS CLI command, away from the machine's own profiles. */
export function runAwsCli(target: AwsCliTarget, args: readonly string[]): Promise<CommandResult> {
  const options = ['--endpoint-url', target.endpoint, '--output', 'json'];
  return runCommand('aws', [...options, ...args], awsEnvironment(target));
}

/** What a successful AWS CLI command printed, parsed; an error names the command. */
export async function awsCliJson(target: AwsCliTarget, args: readonly string[]): Promise<unknown> {
  const { code, stdout, stderr } = await runAwsCli(target, args);
  if (code !== 0)
    throw new Error(`aws ${args.slice(0, 2).join(' ')} ended with ${code}: ${stderr}`);
  return stdout.trim() === '' ? {} : JSON.parse(stdout);
}

/** Environment of a Python or CLI client that must read nothing of the machine's AWS settings. */
export function awsEnvironment(target: AwsCliTarget): Record<string, string | undefined> {
  return {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    LANG: 'C.UTF-8',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_MAX_ATTEMPTS: '1',
    AWS_REGION: target.region,
    AWS_DEFAULT_REGION: target.region,
    AWS_ENDPOINT_URL: target.endpoint,
    AWS_ACCESS_KEY_ID: target.accessKeyId,
    AWS_SECRET_ACCESS_KEY: target.secretAccessKey,
    AWS_SESSION_TOKEN: target.sessionToken,
  };
}
