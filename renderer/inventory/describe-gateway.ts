import type {
  AgentCoreGateway,
  AgentCorePolicyEngine,
  GatewayTarget,
  GatewayTargetSettings,
  JwtAuthorizer,
  Part,
} from '../../shared/model/dataset.ts';
import { shortArn } from '../format.ts';
import type { Described } from './base-entry.ts';
import { lambdaName } from './describe-agent.ts';
import type { EntrySection, Fact, Value } from './entry.ts';
import {
  arnValue,
  fact,
  keyValue,
  NAMES,
  partFact,
  roleValue,
  statusFact,
  textValue,
  timeFact,
} from './facts.ts';

/** Who may call: an issuer's tokens, or whom IAM allows. */
export function authorizerValue(authorizer: JwtAuthorizer | null): Value {
  if (authorizer === null) return { text: 'IAM' };
  return { text: `tokens of ${hostOf(authorizer.discoveryUrl)}`, full: authorizer.discoveryUrl };
}

function hostOf(address: string): string {
  return /^https?:\/\/([^/]+)/.exec(address)?.[1] ?? address;
}

/** Whether a resource-based policy lets others in. */
export function policyFact(policy: Part<string | null>): Fact {
  return partFact({ id: 'policy', label: 'Resource policy' }, [policy], (text) =>
    text === null ? [] : [{ text: 'set', full: text }],
  );
}

/** A gateway with what it lets through and to where. */
export function describeGateway(gateway: AgentCoreGateway): Described {
  const { gatewayId, name, status, authorizerType, settings, targets } = gateway;
  return {
    kind: 'Gateway',
    name,
    awsId: settings.read ? settings.value.gatewayArn : gatewayId,
    facts: [
      callersFact(gateway),
      partFact(NAMES.role, [settings], ({ roleArn }) => roleValue(roleArn)),
      partFact(NAMES.key, [settings], ({ kmsKeyArn }) => keyValue(kmsKeyArn)),
      partFact({ id: 'targets', label: 'Targets' }, [targets], (each) =>
        each.map((target) => ({ text: target.name })),
      ),
      partFact({ id: 'engine', label: 'Policy engine' }, [settings], ({ policyEngine }) =>
        policyEngine === null
          ? []
          : [
              {
                text: `${shortArn(policyEngine.arn)}, ${policyEngine.mode}`,
                full: policyEngine.arn,
              },
            ],
      ),
      partFact(
        { id: 'errors', label: 'Errors', none: 'hidden from callers' },
        [settings],
        (each) =>
          each.exceptionLevel === null
            ? []
            : [{ text: `${each.exceptionLevel}: told to callers`, warns: true }],
      ),
      partFact({ id: 'waf', label: 'Web ACL' }, [settings], ({ webAclArn }) => arnValue(webAclArn)),
      policyFact(gateway.resourcePolicy),
      fact({ id: 'authorizer', label: 'Authorizer' }, [{ text: authorizerType }]),
      fact({ id: 'protocol', label: 'Protocol' }, textValue(gateway.protocolType)),
      statusFact(status),
      timeFact(NAMES.updated, gateway.updatedAt),
    ],
    sections: targets.read ? targets.value.map(targetSection) : [],
  };
}

const OPEN = { text: 'anyone', warns: true } as const satisfies Value;

function callersFact({ authorizerType, settings }: AgentCoreGateway): Fact {
  const name = { id: 'callers', label: 'Who may call' };
  if (authorizerType === 'NONE') return fact(name, [OPEN]);
  if (authorizerType === 'AWS_IAM') return fact(name, [{ text: 'IAM' }]);
  return partFact(name, [settings], ({ jwtAuthorizer }) => {
    if (jwtAuthorizer !== null) return [authorizerValue(jwtAuthorizer)];
    const known = authorizerType === 'AUTHENTICATE_ONLY';
    return [known ? { text: 'whoever authenticates' } : { text: 'not known', warns: true }];
  });
}

function targetSection({ name, status, settings }: GatewayTarget): EntrySection {
  return {
    title: `Target: ${name}`,
    facts: [
      partFact({ id: 'kind', label: 'Kind' }, [settings], ({ kind }) => [{ text: kind }]),
      partFact({ id: 'to', label: 'Passes on to' }, [settings], targetValue),
      partFact({ id: 'credentials', label: 'Credentials' }, [settings], ({ credentials }) =>
        credentials.map(({ type, providerArn }) => ({
          text: providerArn === null ? type : `${type}: ${shortArn(providerArn)}`,
        })),
      ),
      statusFact(status),
    ],
  };
}

function targetValue(target: GatewayTargetSettings): readonly Value[] {
  const { lambdaArn, runtimeArn, restApi, endpoint } = target;
  if (lambdaArn !== null) return [{ text: lambdaName(lambdaArn), full: lambdaArn }];
  return [...arnValue(runtimeArn), ...textValue(restApi), ...textValue(endpoint)];
}

/** A policy engine with its Cedar policies by name. */
export function describePolicyEngine(engine: AgentCorePolicyEngine): Described {
  return {
    kind: 'Policy engine',
    name: engine.name,
    awsId: engine.policyEngineArn,
    facts: [
      partFact({ id: 'policies', label: 'Policies' }, [engine.policies], (policies) =>
        policies.map(({ name, enforcementMode }) =>
          enforcementMode === 'LOG_ONLY'
            ? { text: `${name} (log only)`, warns: true }
            : { text: name },
        ),
      ),
      fact(NAMES.key, keyValue(engine.encryptionKeyArn)),
      statusFact(engine.status),
    ],
    sections: [],
  };
}
