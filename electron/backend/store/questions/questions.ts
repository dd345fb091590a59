/** Placeholder. */
export interface Questions {}
export type QuestionName = string;
export type QuestionParams<N extends QuestionName> = Record<N, unknown>;
export type QuestionRow<N extends QuestionName> = Record<N, unknown>;
