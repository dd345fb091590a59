import type {
  GatewayTarget,
  GatewayTargetSettings,
  TargetCredential,
} from '../../../../../shared/model/dataset.ts';
import { knownValue } from '../../world/agents/known.ts';
import { MADE } from './resources.ts';

/** A target in a list. */
export function targetSummary({ targetId, name, status }: GatewayTarget): object {
  return { targetId, name, status, createdAt: MADE, updatedAt: MADE };
}

/** A target with what it is and how the gateway proves itself to it. */
export function targetDetail(target: GatewayTarget, gatewayArn: string): object {
  const settings = knownValue(target.settings);
  const [protocol = '', kind = ''] = settings.kind.split('.');
  return {
    gatewayArn,
    ...targetSummary(target),
    targetConfiguration: { [protocol]: { [kind]: KINDS[settings.kind]?.(settings) ?? {} } },
    credentialProviderConfigurations: settings.credentials.map(credential),
  };
}

const TOOL_SCHEMA = {
  inlinePayload: [
    {
      name: 'find',
      description: 'Finds something.',
      inputSchema: { type: 'object', properties: { query: { type: 'string' } } },
    },
  ],
};

/** What each kind of target is made of. */
const KINDS: Readonly<Record<string, (settings: GatewayTargetSettings) => object>> = {
  'mcp.lambda': ({ lambdaArn }) => ({ lambdaArn, toolSchema: TOOL_SCHEMA }),
  'mcp.mcpServer': ({ endpoint }) => ({ endpoint }),
  'mcp.apiGateway': ({ restApi }) => {
    const [restApiId, stage] = restApi?.split('/') ?? [];
    const toolFilters = [{ filterPath: '/stock', methods: ['GET'] }];
    return { restApiId, stage, apiGatewayToolConfiguration: { toolFilters } };
  },
  'http.agentcoreRuntime': ({ runtimeArn: arn }) => ({ arn, qualifier: 'DEFAULT' }),
};

function credential({ type, providerArn }: TargetCredential): object {
  if (type === 'OAUTH') {
    const oauthCredentialProvider = { providerArn, scopes: ['track'] };
    return { credentialProviderType: type, credentialProvider: { oauthCredentialProvider } };
  }
  if (type === 'API_KEY') {
    const apiKeyCredentialProvider = { providerArn, credentialLocation: 'HEADER' };
    return { credentialProviderType: type, credentialProvider: { apiKeyCredentialProvider } };
  }
  return { credentialProviderType: type };
}
