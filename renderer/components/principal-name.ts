export { principalName } from '../../shared/model/principal.ts';
