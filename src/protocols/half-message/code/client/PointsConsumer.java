//<
//{! ack=before-commit
import java.util.concurrent.Executor;
//}
import org.apache.rocketmq.client.apis.consumer.ConsumeResult;
import org.apache.rocketmq.client.apis.consumer.MessageListener;
import org.apache.rocketmq.client.apis.message.MessageView;
import org.springframework.transaction.support.TransactionTemplate;

public class PointsConsumer implements MessageListener {
  private final TransactionTemplate transaction;
  private final Markers markers;
  private final Points points;
  //{! ack=before-commit
  private final Executor background;
  //}

  //{ ack=after-commit
  PointsConsumer(TransactionTemplate transaction, Markers markers, Points points) {
  //}
  //{! ack=before-commit
  PointsConsumer(TransactionTemplate transaction, Markers markers, Points points, Executor background) {
    this.background = background;
  //}
    this.transaction = transaction;
    this.markers = markers;
    this.points = points;
  }

//>
  @Override
  public ConsumeResult consume(MessageView message) {
    String id = message.getKeys().iterator().next();
    //{ ack=after-commit
    add(id);
    //zh 先提交，再确认消费
    //en committed first, acknowledged then
    return ConsumeResult.SUCCESS; //@ consume.return
    //}
    //{! ack=before-commit
    //zh 交给后台就先确认：后台宕机，消息不会再来
    //en handed over and acknowledged: if the background dies, the message never comes again
    background.execute(() -> add(id));
    return ConsumeResult.SUCCESS; //@ consume.return
    //}
  }

  private void add(String id) { //@ consume.enter
    //{ dedup=same-tx
    //zh 去重标记和积分在同一个事务里
    //en the marker and the points in one transaction
    transaction.executeWithoutResult(status -> {
      if (!markers.insertIfAbsent(id)) return; //@ consume.duplicate
      points.add(id, 10); //@ consume.add
    }); //@ consume.commit
    //}
    //{! dedup=none
    //zh 每来一次加一次
    //en adds points every time that it comes
    points.add(id, 10); //@ consume.add consume.commit
    //}
    //{! dedup=marker-first
    if (!markers.insertIfAbsent(id)) return; //@ consume.duplicate consume.marked
    //zh 另一个事务：在这之间宕机，标记已有而积分没有
    //en another transaction: whoever dies in between has the marker and no points
    points.add(id, 10); //@ consume.add consume.commit
    //}
    //{! dedup=marker-after
    if (markers.exists(id)) return; //@ consume.duplicate
    points.add(id, 10); //@ consume.added
    //zh 另一个事务：在这之间宕机，积分已加而没有标记
    //en another transaction: whoever dies in between has the points and no marker
    markers.insertIfAbsent(id); //@ consume.commit
    //}
  }
//<
}

//>
