import type {
  AgentCoreBrowser,
  AgentCoreCodeInterpreter,
  BrowserSettings,
} from '../../../../../shared/model/dataset.ts';
import { textOf } from '../../protocols/input.ts';
import type { Call, Operation } from '../../service.ts';
import { knownValue } from '../../world/agents/known.ts';
import { agentCorePage, agentCoreResource, itemOf, MADE } from './resources.ts';
import { networkConfiguration } from './settings-wire.ts';

/** Browsers and code interpreters: AWS's own, which all accounts share, and the account's. */
export const toolOperations: Readonly<Record<string, Operation>> = {
  ListBrowsers: {
    http: 'POST /browsers',
    action: 'bedrock-agentcore:ListBrowsers',
    run: listBrowsers,
  },
  GetBrowser: {
    http: 'GET /browsers/{browserId}',
    action: 'bedrock-agentcore:GetBrowser',
    resource: agentCoreResource('browser-custom', 'browserId'),
    run: getBrowser,
  },
  ListCodeInterpreters: {
    http: 'POST /code-interpreters',
    action: 'bedrock-agentcore:ListCodeInterpreters',
    run: listInterpreters,
  },
  GetCodeInterpreter: {
    http: 'GET /code-interpreters/{codeInterpreterId}',
    action: 'bedrock-agentcore:GetCodeInterpreter',
    resource: agentCoreResource('code-interpreter-custom', 'codeInterpreterId'),
    run: getInterpreter,
  },
};

/** The account's own after AWS's, by the type that is asked for. */
function ofType<T extends object>(call: Call, awsOwn: T, own: readonly T[]): readonly T[] {
  const type = textOf(call.input, 'type');
  const system = type === 'CUSTOM' ? [] : [awsOwn];
  return type === 'SYSTEM' ? system : [...system, ...own];
}

function browsersOf(call: Call): readonly AgentCoreBrowser[] {
  return call.world.agentCoreBrowsers(call.identity.accountId, call.region);
}

function listBrowsers(call: Call): object {
  const arn = `arn:aws:bedrock-agentcore:${call.region}:aws:browser/aws.browser.v1`;
  const awsOwn = { browserId: 'aws.browser.v1', browserArn: arn, name: 'AgentCore Browser' };
  const summaries = ofType<object>(
    call,
    { ...awsOwn, status: 'READY', createdAt: MADE },
    browsersOf(call).map(browserHeading),
  );
  const page = agentCorePage(call, summaries, 100);
  return { browserSummaries: page.items, nextToken: page.next };
}

function browserHeading({ browserId, browserArn, name, status }: AgentCoreBrowser): object {
  return { browserId, browserArn, name, status, createdAt: MADE, lastUpdatedAt: MADE };
}

function getBrowser(call: Call): object {
  const browser = itemOf(call, 'browserId', (id) =>
    browsersOf(call).find(({ browserId }) => browserId === id),
  );
  const { network, executionRoleArn, recording } = knownValue(browser.settings);
  return {
    ...browserHeading(browser),
    executionRoleArn: executionRoleArn ?? undefined,
    networkConfiguration: networkConfiguration(network, 'vpcConfig'),
    recording: recording === null ? undefined : recordingOf(recording),
  };
}

function recordingOf({ enabled, bucket, prefix }: NonNullable<BrowserSettings['recording']>) {
  return { enabled, s3Location: bucket === null ? undefined : { bucket, prefix: prefix ?? '' } };
}

function interpretersOf(call: Call): readonly AgentCoreCodeInterpreter[] {
  return call.world.agentCoreCodeInterpreters(call.identity.accountId, call.region);
}

function listInterpreters(call: Call): object {
  const codeInterpreterId = 'aws.codeinterpreter.v1';
  const codeInterpreterArn = `arn:aws:bedrock-agentcore:${call.region}:aws:code-interpreter/${codeInterpreterId}`;
  const name = 'AgentCore Code Interpreter';
  const summaries = ofType<object>(
    call,
    { codeInterpreterId, codeInterpreterArn, name, status: 'READY', createdAt: MADE },
    interpretersOf(call).map(interpreterHeading),
  );
  const page = agentCorePage(call, summaries, 100);
  return { codeInterpreterSummaries: page.items, nextToken: page.next };
}

function interpreterHeading(interpreter: AgentCoreCodeInterpreter): object {
  const { settings: _settings, ...heading } = interpreter;
  return { ...heading, createdAt: MADE, lastUpdatedAt: MADE };
}

function getInterpreter(call: Call): object {
  const interpreter = itemOf(call, 'codeInterpreterId', (id) =>
    interpretersOf(call).find(({ codeInterpreterId }) => codeInterpreterId === id),
  );
  const { network, executionRoleArn } = knownValue(interpreter.settings);
  return {
    ...interpreterHeading(interpreter),
    executionRoleArn: executionRoleArn ?? undefined,
    networkConfiguration: networkConfiguration(network, 'vpcConfig'),
  };
}
