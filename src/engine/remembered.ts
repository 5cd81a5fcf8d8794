/** A place for one answer, and the ways on for further arguments. */
interface Place<Value> {
  answer?: { readonly value: Value };
  objects?: WeakMap<object, Place<Value>>;
  others?: Map<unknown, Place<Value>>;
}

/**
 * A pure function that is asked once per combination of arguments. Objects are told apart by identity and never kept
 * alive: what was answered about one goes with it. Texts and numbers are kept as long as the objects before them, so a
 * function whose first argument is none of these has to be asked about few of them.
 *
 * @example const ledgerOf = remembered((world: World, settings: Settings) => protocol.ledger(world, settings));
 */
export function remembered<Given extends readonly unknown[], Value>(
  work: (...given: Given) => Value,
): (...given: Given) => Value {
  const root: Place<Value> = {};
  return (...given) => {
    let place = root;
    for (const argument of given) place = next(place, argument);
    place.answer ??= { value: work(...given) };
    return place.answer.value;
  };
}

function next<Value>(place: Place<Value>, argument: unknown): Place<Value> {
  const isObject = (typeof argument === 'object' && argument !== null) || typeof argument === 'function';
  const known = isObject ? place.objects?.get(argument) : place.others?.get(argument);
  if (known !== undefined) return known;
  const made: Place<Value> = {};
  if (isObject) (place.objects ??= new WeakMap()).set(argument, made);
  else (place.others ??= new Map()).set(argument, made);
  return made;
}
