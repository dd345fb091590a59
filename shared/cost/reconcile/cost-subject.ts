/** What a cost is for that no count of logs or metrics tells. */
export const COST_SUBJECTS = {
  batch: 'Batch inference',
  provisioned: 'Provisioned throughput',
  reserved: 'Reserved capacity',
  customization: 'Customization: training and stored models',
  'custom-model-import': 'Imported models',
  images: 'Images',
  media: 'Video and audio',
  rerank: 'Rerank',
  guardrails: 'Guardrails',
  'knowledge-bases': 'Knowledge bases',
  agents: 'Agents',
  flows: 'Flows',
  agentcore: 'AgentCore',
  'data-automation': 'Data automation',
  evaluation: 'Evaluation',
  fee: 'Fees',
  support: 'Support plans',
  tax: 'Tax',
  discount: 'Discounts on lines of their own',
  credit: 'Credits',
  refund: 'Refunds',
  unknown: 'Usage types that Assay does not know',
} as const;

/** The id of what a cost is for. */
export type CostSubject = keyof typeof COST_SUBJECTS;

/** Adjustments: lines of a bill that are no use of anything. */
export type Adjustment = Extract<
  CostSubject,
  'credit' | 'refund' | 'discount' | 'tax' | 'support' | 'fee'
>;
