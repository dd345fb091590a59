import ai21 from './data/ai21.json';
import amazon from './data/amazon.json';
import anthropic from './data/anthropic.json';
import bedrock from './data/bedrock.json';
import cohere from './data/cohere.json';
import deepseek from './data/deepseek.json';
import google from './data/google.json';
import luma from './data/luma.json';
import meta from './data/meta.json';
import minimax from './data/minimax.json';
import mistral from './data/mistral.json';
import moonshot from './data/moonshot.json';
import moonshotai from './data/moonshotai.json';
import nvidia from './data/nvidia.json';
import openai from './data/openai.json';
import qwen from './data/qwen.json';
import stability from './data/stability.json';
import twelvelabs from './data/twelvelabs.json';
import writer from './data/writer.json';
import xai from './data/xai.json';
import zai from './data/zai.json';
import { readPriceFile } from './price-file.ts';
import type { PriceLine } from './price-line.ts';

/** The price files that come with Assay: one per provider, one for parts of Bedrock. */
export const PRICE_FILES: readonly unknown[] = [
  ai21,
  amazon,
  anthropic,
  bedrock,
  cohere,
  deepseek,
  google,
  luma,
  meta,
  minimax,
  mistral,
  moonshot,
  moonshotai,
  nvidia,
  openai,
  qwen,
  stability,
  twelvelabs,
  writer,
  xai,
  zai,
];

/**
 * Every line of the bundled table; checked on each call, so keep the answer.
 * @throws ZodError when a file is malformed.
 */
export function bundledPrices(): readonly PriceLine[] {
  return PRICE_FILES.flatMap(readPriceFile);
}
