import type { Flow, FlowNode, FlowSettings } from '../../../../../shared/model/dataset.ts';
import { TEST_ALIAS_ID } from './agent-templates.ts';
import { known } from './known.ts';
import { bedrockArn, type Place, tenCharacterId } from './names.ts';

/** A flow as its story tells it. */
export interface FlowPlan {
  readonly place: Place;
  readonly name: string;
  readonly status: 'Prepared' | 'NotPrepared' | 'Failed';
  readonly settings: Pick<FlowSettings, 'executionRoleArn'> & Partial<FlowSettings>;
  readonly draft: readonly FlowNode[];
  /** The nodes of each version that an alias routes to. */
  readonly versions: Readonly<Record<string, readonly FlowNode[]>>;
  /** The versions of an alias by its name; the test alias is added. */
  readonly aliases: Readonly<Record<string, readonly string[]>>;
}

/** The ARN of a flow of this world. */
export function flowArn(place: Place, name: string): string {
  return bedrockArn(place, `flow/${tenCharacterId('flow', place, name)}`);
}

/** A node of which only what its type uses is said. */
export function node(type: string, name: string, uses: Partial<FlowNode> = {}): FlowNode {
  return {
    name,
    type,
    modelId: null,
    promptArn: null,
    knowledgeBaseId: null,
    agentAliasArn: null,
    lambdaArn: null,
    lexBotAliasArn: null,
    bucketName: null,
    guardrail: null,
    ...uses,
  };
}

/** The flow that AWS would tell of. */
export function flowOf(plan: FlowPlan): Flow {
  const { place, name, status, draft, versions } = plan;
  const aliases = Object.entries(plan.aliases).map(([alias, flowVersions]) => ({
    flowAliasId: tenCharacterId('flow-alias', place, `${name}/${alias}`),
    name: alias,
    flowVersions,
  }));
  const test = { flowAliasId: TEST_ALIAS_ID, name: 'TSTALIASID', flowVersions: ['DRAFT'] };
  const settings: FlowSettings = {
    flowArn: flowArn(place, name),
    status,
    customerEncryptionKeyArn: null,
    nodes: draft,
    validations: [],
    ...plan.settings,
  };
  return {
    flowId: tenCharacterId('flow', place, name),
    flowArn: settings.flowArn,
    name,
    status,
    updatedAt: '2026-10-02T09:45:00Z',
    aliases: known([...aliases, test]),
    versions: [
      { flowVersion: 'DRAFT', settings: known(settings) },
      ...Object.entries(versions).map(([flowVersion, nodes]) => ({
        flowVersion,
        settings: known({ ...settings, status: 'Prepared', nodes, validations: null }),
      })),
    ],
  };
}
