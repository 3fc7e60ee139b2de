package dev.natsfleet.registry.dynamodblocal;

import com.amazonaws.services.dynamodbv2.exceptions.DynamoDBLocalServiceException;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.model.CreateTableRequest;
import com.amazonaws.services.dynamodbv2.model.CreateTableResult;
import com.amazonaws.services.dynamodbv2.model.DeleteTableRequest;
import com.amazonaws.services.dynamodbv2.model.DeleteTableResult;
import com.amazonaws.services.dynamodbv2.model.ListTagsOfResourceRequest;
import com.amazonaws.services.dynamodbv2.model.ListTagsOfResourceResult;
import com.amazonaws.services.dynamodbv2.model.TagResourceRequest;
import com.amazonaws.services.dynamodbv2.model.TagResourceResult;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Stores and lists tags of tables as DynamoDB does; DynamoDB Local itself drops them. Removing tags
 * is still an unknown operation.
 */
final class TaggedTables extends LocalDynamoDBRequestHandler {

  private final TableTags tags;

  TaggedTables(@Nullable String directory) throws DynamoDBLocalServiceException, IOException {
    super(0, directory == null, directory, true, false);
    this.tags = new TableTags(directory);
  }

  @Override
  public CreateTableResult createTable(String keyId, String region, CreateTableRequest request) {
    CreateTableResult created = super.createTable(keyId, region, request);
    if (request.getTags() != null) {
      tags.put(request.getTableName(), request.getTags());
    }
    return created;
  }

  @Override
  public TagResourceResult tagResource(String keyId, String region, TagResourceRequest request) {
    tags.put(table(request.getResourceArn()), request.getTags());
    return new TagResourceResult();
  }

  @Override
  public DeleteTableResult deleteTable(String keyId, String region, DeleteTableRequest request) {
    DeleteTableResult deleted = super.deleteTable(keyId, region, request);
    tags.remove(request.getTableName());
    return deleted;
  }

  @Override
  public ListTagsOfResourceResult listTagsOfResource(
      String keyId, String region, ListTagsOfResourceRequest request) {
    return new ListTagsOfResourceResult().withTags(tags.of(table(request.getResourceArn())));
  }

  private static String table(String arn) {
    return arn.substring(arn.lastIndexOf('/') + 1);
  }
}
