package dev.natsfleet.registry.dynamodblocal;

import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;
import com.amazonaws.services.dynamodbv2.model.CreateTableRequest;
import com.amazonaws.services.dynamodbv2.model.TagResourceRequest;
import com.fasterxml.jackson.databind.PropertyName;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the tags in a request for a new table, which DynamoDB Local's own reader ignores. */
final class TagParsingReader extends LocalDynamoDBServerHandler {

  TagParsingReader(TaggedTables tables) {
    super(tables, null);
    jsonMapper.setAnnotationIntrospector(new TagNames());
  }

  private static final Set<Class<?>> TAGGED =
      Set.of(CreateTableRequest.class, TagResourceRequest.class);

  private static final class TagNames extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable PropertyName findNameForDeserialization(Annotated place) {
      return place instanceof AnnotatedMethod method
              && TAGGED.contains(method.getDeclaringClass())
              && method.getName().equals("setTags")
          ? PropertyName.construct("Tags")
          : super.findNameForDeserialization(place);
    }
  }
}
