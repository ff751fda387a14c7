import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
} from 'graphql';
import { writtenRule } from '../access.ts';

interface Described {
  readonly description?: { readonly value: string } | undefined;
}

const undescribed = (place: string, node: Described): string[] =>
  node.description?.value.trim() ? [] : [`${place} has no description.`];

const ruleless = (
  place: string,
  field: FieldDefinitionNode,
  ofType: readonly ConstDirectiveNode[] | undefined,
): string[] =>
  writtenRule(field.directives) || writtenRule(ofType)
    ? []
    : [`${place} carries no access rule: add @authenticated or @requiresScopes to it or its type.`];

const brokenByObject = (type: ObjectTypeDefinitionNode): string[] =>
  (type.fields ?? []).flatMap((field) => {
    const place = `${type.name.value}.${field.name.value}`;
    return [
      ...undescribed(place, field),
      ...ruleless(place, field, type.directives),
      ...(field.arguments ?? []).flatMap((argument) =>
        undescribed(`${place}(${argument.name.value}:)`, argument),
      ),
    ];
  });

/** What a schema must say of itself beyond what composes: a description and an access rule everywhere. */
export const brokenPromises = (document: DocumentNode): string[] =>
  document.definitions.flatMap((definition) => {
    switch (definition.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
        return [...undescribed(definition.name.value, definition), ...brokenByObject(definition)];
      case Kind.OBJECT_TYPE_EXTENSION:
      case Kind.INTERFACE_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_EXTENSION:
        // Rules on interfaces have no effect at run time, and on an extension the rule would have to be found elsewhere.
        return [
          `${definition.name.value}: write it as one object type; its access rules would not hold.`,
        ];
      case Kind.ENUM_TYPE_DEFINITION:
        return [
          ...undescribed(definition.name.value, definition),
          ...(definition.values ?? []).flatMap((value) =>
            undescribed(`${definition.name.value}.${value.name.value}`, value),
          ),
        ];
      case Kind.INPUT_OBJECT_TYPE_DEFINITION:
        return [
          ...undescribed(definition.name.value, definition),
          ...(definition.fields ?? []).flatMap((field) =>
            undescribed(`${definition.name.value}.${field.name.value}`, field),
          ),
        ];
      case Kind.SCALAR_TYPE_DEFINITION:
      case Kind.UNION_TYPE_DEFINITION:
        return undescribed(definition.name.value, definition);
      default:
        return [];
    }
  });
