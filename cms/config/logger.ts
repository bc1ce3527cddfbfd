import { readEnvironment } from '../src/environment.ts';

export default () => ({ level: readEnvironment().TRAME_LOG_LEVEL });
