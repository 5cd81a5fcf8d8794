import { loadCode } from '../../protocols/codes.ts';
import { perKey } from '../part/perKey.ts';

export const codeOf = perKey(loadCode);
