import { figuresOf, type Tally } from '../tally.ts';
import { rateOf, type SpendMeasure } from './measure.ts';

/** The figures of a tally, with the ratio that a measure asks for. */
export function ratedFigures(tally: Tally, measure: SpendMeasure) {
  const rate = rateOf(tally, measure);
  return { ...figuresOf(tally), ...(rate === undefined ? {} : { rate }) };
}
