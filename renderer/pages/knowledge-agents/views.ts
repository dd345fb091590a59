import type { View } from '../../inventory/view.ts';

/** The tables of the page in their order. */
export const VIEW_IDS = [
  'knowledge-bases',
  'agents',
  'flows',
  'prompts',
  'agentcore',
  'jobs',
] as const;

export type ViewId = (typeof VIEW_IDS)[number];

/** Only when asked for: a role says less at a glance than the rest, and details have it. */
const ROLE = { fact: 'role', header: 'Role', width: 150, grow: 1, shown: false } as const;
const KEY = { fact: 'key', header: 'Key', width: 108, grow: 0.3 } as const;
const STATUS = { fact: 'status', header: 'Status', width: 105 } as const;
const UPDATED = { fact: 'updated', header: 'Updated', width: 112 } as const;

/** What each table shows. */
export const VIEWS: Readonly<Record<ViewId, View>> = {
  'knowledge-bases': {
    label: 'Knowledge bases',
    noun: 'knowledge base',
    datasets: ['knowledge-bases'],
    kinds: false,
    columns: [
      { fact: 'storage', header: 'Storage', width: 120, grow: 0.7 },
      { fact: 'models', header: 'Embedding', width: 130, grow: 0.5, shown: 'wide' },
      { fact: 'sources', header: 'Sources', width: 150, grow: 1 },
      { fact: 'sync', header: 'Last sync', width: 110, grow: 0.7 },
      KEY,
    ],
    more: [
      ROLE,
      { fact: 'type', header: 'Type', width: 90, shown: false },
      { ...STATUS, shown: false },
      { ...UPDATED, shown: false },
    ],
    empty: 'Knowledge bases are listed with their store, sources and last sync.',
  },
  agents: {
    label: 'Agents',
    noun: 'agent',
    datasets: ['agents'],
    kinds: false,
    columns: [
      { fact: 'guardrail', header: 'Guardrail by alias', width: 240, grow: 2 },
      { fact: 'models', header: 'Model', width: 125, grow: 0.5 },
      { fact: 'knowledge-bases', header: 'Knowledge', width: 130, grow: 0.5 },
    ],
    more: [
      ROLE,
      { fact: 'aliases', header: 'Aliases', width: 140, shown: false },
      { fact: 'action-groups', header: 'Action groups', width: 140, shown: false },
      { fact: 'collaborators', header: 'Collaborators', width: 130, shown: false },
      { fact: 'ttl', header: 'Idle session', width: 110, shown: false },
      { fact: 'memory', header: 'Memory', width: 130, shown: false },
      { ...KEY, shown: false },
      { ...STATUS, shown: false },
      { ...UPDATED, shown: false },
    ],
    empty: 'Agents are listed with the guardrail that holds behind each alias.',
  },
  flows: {
    label: 'Flows',
    noun: 'flow',
    datasets: ['flows'],
    kinds: false,
    columns: [
      { fact: 'aliases', header: 'Aliases', width: 120, grow: 0.5, shown: 'wide' },
      { fact: 'models', header: 'Models', width: 116, grow: 0.5 },
      { fact: 'guardrail', header: 'Guardrails', width: 132, grow: 1 },
      { fact: 'problems', header: 'Problems', width: 130, grow: 1 },
    ],
    more: [
      ROLE,
      { ...STATUS, width: 112 },
      { fact: 'nodes', header: 'Nodes', width: 80, shown: false },
      { ...KEY, shown: false },
      { ...UPDATED, shown: false },
    ],
    empty: 'Flows are listed with their models, guardrails and what AWS finds wrong with them.',
  },
  prompts: {
    label: 'Prompts',
    noun: 'prompt',
    datasets: ['prompts'],
    kinds: false,
    columns: [
      { fact: 'variants', header: 'Variants', width: 126, grow: 1 },
      { fact: 'models', header: 'Models', width: 126, grow: 1 },
      { fact: 'versions', header: 'Versions', width: 106 },
      KEY,
    ],
    more: [UPDATED],
    empty: 'Prompts of Prompt management are listed without their wording, which is not kept.',
  },
  agentcore: {
    label: 'AgentCore',
    noun: 'resource',
    datasets: [
      'agentcore-runtimes',
      'agentcore-gateways',
      'agentcore-policy-engines',
      'agentcore-memories',
      'agentcore-browsers',
      'agentcore-code-interpreters',
      'agentcore-identities',
    ],
    kinds: true,
    columns: [
      { fact: 'network', header: 'Network', width: 118, grow: 0.3 },
      { fact: 'callers', header: 'Who may call', width: 126, grow: 1 },
      KEY,
      { ...STATUS, width: 98 },
    ],
    more: [
      ROLE,
      { fact: 'retention', header: 'Keeps events', width: 110, shown: false },
      { fact: 'policy', header: 'Resource policy', width: 120, shown: false },
      { fact: 'recording', header: 'Recording', width: 130, shown: false },
    ],
    empty: 'Runtimes, gateways, memories, browsers, code interpreters and identities are listed.',
  },
  jobs: {
    label: 'Jobs',
    noun: 'job',
    datasets: ['customization-jobs', 'import-jobs', 'copy-jobs', 'batch-jobs', 'evaluation-jobs'],
    kinds: true,
    sort: { columnId: 'started', descending: true },
    columns: [
      { ...STATUS, width: 122 },
      { fact: 'started', header: 'Started', width: 108 },
      { fact: 'models', header: 'Model', width: 120, grow: 0.5 },
    ],
    more: [
      { ...KEY, shown: 'wide' },
      { fact: 'input', header: 'Input', width: 140, grow: 0.5, shown: false },
      ROLE,
      { fact: 'output', header: 'Output', width: 140, shown: false },
      { fact: 'records', header: 'Records', width: 100, shown: false },
      { fact: 'ended', header: 'Ended', width: 110, shown: false },
      { fact: 'made', header: 'Made', width: 140, shown: false },
    ],
    empty: 'Customization, import, copy, batch and evaluation jobs are listed.',
  },
};
