class OrdersController < ApplicationController
  before_action :doorkeeper_authorize!

  def index
    render json: { orders: [{ id: 1 }] }
  end

  private

  def doorkeeper_unauthorized_render_options(error:)
    { json: error.body }
  end
end
