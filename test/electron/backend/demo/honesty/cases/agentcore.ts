import type { Part } from '../../../../../../shared/model/dataset.ts';
import { type CaseFrom, call, world } from '../honesty-case.ts';

const SHOP = { accountId: '222233334444', region: 'us-east-1' };
const RESEARCH = { accountId: '333344445555', region: 'us-east-1' };
const HELPDESK = { accountId: '555566667777', region: 'eu-central-1' };
const QUIET = { accountId: '222233334444', region: 'ap-southeast-2' };

export const agentCoreCases = [SHOP, RESEARCH, HELPDESK, QUIET].flatMap((from) => [
  ...runtimeCases(from),
  ...gatewayCases(from),
  ...engineCases(from),
  ...toolCases(from),
  ...identityCases(from),
]);

type From = Required<CaseFrom>;

function listOf<T>(part: Part<readonly T[]>): readonly T[] {
  return part.read ? part.value : [];
}

function policyCase(from: From, resourceArn: string, policy: Part<string | null>) {
  const has = policy.read && policy.value !== null;
  return has ? [call('agentCore', 'GetResourcePolicy', { resourceArn }, from)] : [];
}

function runtimeCases(from: From) {
  const runtimes = world.agentCoreRuntimes(from.accountId, from.region);
  return [
    call('agentCore', 'ListAgentRuntimes', { maxResults: 1 }, from),
    ...runtimes.flatMap(({ agentRuntimeId, agentRuntimeArn, versions, resourcePolicy }) => [
      call('agentCore', 'GetAgentRuntime', { agentRuntimeId }, from),
      call('agentCore', 'ListAgentRuntimeEndpoints', { agentRuntimeId }, from),
      ...versions.map(({ agentRuntimeVersion }) =>
        call('agentCore', 'GetAgentRuntime', { agentRuntimeId, agentRuntimeVersion }, from),
      ),
      ...policyCase(from, agentRuntimeArn, resourcePolicy),
    ]),
  ];
}

function gatewayCases(from: From) {
  const gateways = world.agentCoreGateways(from.accountId, from.region);
  return [
    call('agentCore', 'ListGateways', {}, from),
    ...gateways.flatMap(({ gatewayId: gatewayIdentifier, targets, settings, resourcePolicy }) => [
      call('agentCore', 'GetGateway', { gatewayIdentifier }, from),
      call('agentCore', 'ListGatewayTargets', { gatewayIdentifier, maxResults: 1 }, from),
      ...listOf(targets).map(({ targetId }) =>
        call('agentCore', 'GetGatewayTarget', { gatewayIdentifier, targetId }, from),
      ),
      ...policyCase(from, settings.read ? settings.value.gatewayArn : '', resourcePolicy),
    ]),
  ];
}

function engineCases(from: From) {
  const engines = world.agentCorePolicyEngines(from.accountId, from.region);
  return [
    call('agentCore', 'ListPolicyEngineSummaries', {}, from),
    ...engines.map(({ policyEngineId }) =>
      call('agentCore', 'ListPolicySummaries', { policyEngineId, maxResults: 2 }, from),
    ),
  ];
}

function toolCases(from: From) {
  const { accountId, region } = from;
  return [
    call('agentCore', 'ListMemories', {}, from),
    call('agentCore', 'ListBrowsers', {}, from),
    call('agentCore', 'ListBrowsers', { type: 'CUSTOM' }, from),
    call('agentCore', 'ListCodeInterpreters', { maxResults: 1 }, from),
    ...world
      .agentCoreMemories(accountId, region)
      .map(({ memoryId }) =>
        call('agentCore', 'GetMemory', { memoryId, view: 'without_decryption' }, from),
      ),
    ...world
      .agentCoreBrowsers(accountId, region)
      .map(({ browserId }) => call('agentCore', 'GetBrowser', { browserId }, from)),
    ...world
      .agentCoreCodeInterpreters(accountId, region)
      .map(({ codeInterpreterId }) =>
        call('agentCore', 'GetCodeInterpreter', { codeInterpreterId }, from),
      ),
  ];
}

function identityCases(from: From) {
  const identities = world.agentCoreIdentities(from.accountId, from.region);
  const named = (wanted: string) => identities.filter(({ kind }) => kind === wanted);
  return [
    call('agentCore', 'ListWorkloadIdentities', { maxResults: 1 }, from),
    call('agentCore', 'ListOauth2CredentialProviders', {}, from),
    call('agentCore', 'ListApiKeyCredentialProviders', {}, from),
    ...named('oauth2-credential-provider').map(({ name }) =>
      call('agentCore', 'GetOauth2CredentialProvider', { name }, from),
    ),
    ...named('api-key-credential-provider').map(({ name }) =>
      call('agentCore', 'GetApiKeyCredentialProvider', { name }, from),
    ),
  ];
}
